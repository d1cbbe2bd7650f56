// What page furniture says in English (furniture_vocabulary.h). Of english.cpp alone.
#pragma once

#include "reprise/language/furniture_vocabulary.h"

namespace reprise::detail::english {

// clang-format off
inline constexpr FurnitureVocabulary furniture{
    .beginning =
        "about the author|also read|by signing up|click here|click to|comments are closed|"
        "continue reading|correction this|download our|editing by|editor's note|"
        "editors note|enable javascript|enter your|file photo|follow us|"
        "for more information|for more on|get our|get the latest|getty images|"
        "image caption|image copyright|image source|join our|just watched|leave a comment|"
        "listen to|log in|media caption|more stories|most read|photo by|please enable|"
        "please enter|post a comment|posted by|read also|read full|read more|read next|"
        "read the full|recommended for you|register now|related articles|related posts|"
        "related stories|reporting by|republished from|required fields|see also|share on|"
        "share this|share your|sign in|sign up|skip to|story continues|subscribe|"
        "support independent|support our|thank you for subscribing|the full report|"
        "this article first|this article originally|this field is|this story has been|"
        "this story was|to subscribe|trending now|unsubscribe|view comments|view gallery|"
        "watch live|watch more|watch the video|watch this|we use cookies|you can follow|"
        "you may also|you may opt",
    .anywhere =
        "all rights reserved|are marked required|contributed reporting|"
        "contributed to this article|contributed to this report|contributed to this story|"
        "cookie policy|distributed by tribune|editor at large of|email newsletter|"
        "first appeared on|follow her on|follow him on|follow us on|for the latest news|"
        "for validation purposes|free newsletter|getty images|grants you access|"
        "in your inbox|material may not|may not be reproduced without|"
        "may not be republished|opt out at any|originally appeared at|"
        "originally appeared on|originally published at|originally published by|"
        "originally published on|our newsletter|our newsletters|our privacy policy|"
        "posted with permission|replay more videos|reprinted with permission|"
        "republished with permission|sign up for our|sign up to our|story continues below|"
        "take our poll|the associated press contributed|to our podcast|to our youtube|"
        "unsubscribe at any time|use of cookies|used with permission|uses cookies|"
        "you may opt out|your email address|your inbox",
    .hints =
        "accept cookies|click here|comment policy|newsletter|on facebook and|opt out|"
        "privacy policy|read more|sign up for|sign up to|terms and conditions|"
        "terms of service|terms of use|this content is|unsubscribe|use cookies|"
        "written permission|your browser",
    .address =
        "our we you your",
    .buttons =
        "advertise careers comment comments contact copy email facebook feedback "
        "flipboard instagram linkedin login menu more pinterest print reddit register rss "
        "save search share shares sitemap subscribe tumblr tweet twitter whatsapp youtube",
    .lists =
        "also in the news|also on|also read|editor's picks|editors' picks|"
        "from our partners|from the web|latest news|more from|more headlines|more in|"
        "more news|more on this|more stories|more top stories|most popular|most read|"
        "most viewed|must read|popular now|popular posts|promoted stories|read also|"
        "read more|read next|recent posts|recommended|related|related articles|"
        "related content|related coverage|related posts|related stories|related topics|"
        "related video|see also|sponsored content|top stories|trending|trending now|"
        "you may also like|you might also like"};
// clang-format on

}  // namespace reprise::detail::english
