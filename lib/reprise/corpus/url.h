// URLs that lead to one page, written in one way.
//
//     HTTP://WWW.Example.org:80/a/../b%7e/?utm_source=x&q=2&b=1#top    example.org/b~?b=1&q=2
//
// In this order, of values that begin with http:// or https://, in any case:
//     scheme       goes: http and https lead to one page
//     host         small letters, without a full stop at its end, without www.
//     port         goes if it is 80 or 443
//     path         . and .. are followed, and slashes at its end go
//     escapes      of letters, digits, - . _ ~ are undone; hexadecimal digits of others are large
//     query        parameters in the order of their bytes, without those that follow a reader about
//                  (utm_…, fbclid, gclid and others); an empty one goes
//     fragment     goes, but for #!, by which pages of their own are told
// Any other value stays as it is, without blanks around it.
//
// Counter-example: /index.html is not taken for /, nor m.example.org for example.org: on many hosts
// they differ. Pure; any thread. Source: RFC 3986, section 6; the WHATWG's list of default ports.
#pragma once

#include <string>
#include <string_view>

namespace reprise::detail {

std::string normalised_url(std::string_view value);

}  // namespace reprise::detail
