#include "reprise/extract/html_tags.h"

#include <array>

namespace reprise::detail {
namespace {

struct Row {
  std::string_view name;
  HtmlTag tag;
  uint16_t traits;
};

// clang-format off
constexpr std::array rows = std::to_array<Row>({
    {"a", HtmlTag::a, 0},
    {"address", HtmlTag::address, block_element},
    {"article", HtmlTag::article, block_element},
    {"aside", HtmlTag::aside, block_element | outside_element},
    {"audio", HtmlTag::audio, block_element | unseen_element},
    {"base", HtmlTag::base, void_element},
    {"blockquote", HtmlTag::blockquote, block_element},
    {"body", HtmlTag::body, block_element},
    {"br", HtmlTag::br, void_element},
    {"button", HtmlTag::button, block_element | outside_element},
    {"canvas", HtmlTag::canvas, block_element | unseen_element},
    {"caption", HtmlTag::caption, block_element},
    {"center", HtmlTag::center, block_element},
    {"col", HtmlTag::col, void_element},
    {"colgroup", HtmlTag::colgroup, block_element},
    {"datalist", HtmlTag::datalist, block_element | unseen_element},
    {"dd", HtmlTag::dd, block_element},
    {"details", HtmlTag::details, block_element},
    {"dialog", HtmlTag::dialog, block_element | outside_element},
    {"dir", HtmlTag::dir, block_element},
    {"div", HtmlTag::div, block_element},
    {"dl", HtmlTag::dl, block_element},
    {"dt", HtmlTag::dt, block_element},
    {"embed", HtmlTag::embed, void_element},
    {"fieldset", HtmlTag::fieldset, block_element},
    {"figcaption", HtmlTag::figcaption, block_element | outside_element},
    {"figure", HtmlTag::figure, block_element},
    {"footer", HtmlTag::footer, block_element | outside_element},
    {"form", HtmlTag::form, block_element},
    {"frame", HtmlTag::frame, void_element},
    {"frameset", HtmlTag::frameset, block_element},
    {"h1", HtmlTag::h1, block_element},
    {"h2", HtmlTag::h2, block_element},
    {"h3", HtmlTag::h3, block_element},
    {"h4", HtmlTag::h4, block_element},
    {"h5", HtmlTag::h5, block_element},
    {"h6", HtmlTag::h6, block_element},
    {"head", HtmlTag::head, block_element},
    {"header", HtmlTag::header, block_element},
    {"hgroup", HtmlTag::hgroup, block_element},
    {"hr", HtmlTag::hr, block_element | void_element},
    {"html", HtmlTag::html, block_element},
    {"iframe", HtmlTag::iframe, raw_element | unseen_element},
    {"img", HtmlTag::img, void_element},
    {"input", HtmlTag::input, void_element},
    {"label", HtmlTag::label, outside_element},
    {"legend", HtmlTag::legend, block_element},
    {"li", HtmlTag::li, block_element},
    {"link", HtmlTag::link, void_element},
    {"main", HtmlTag::main, block_element},
    {"map", HtmlTag::map, block_element},
    {"math", HtmlTag::math, 0},
    {"menu", HtmlTag::menu, block_element | outside_element},
    {"meta", HtmlTag::meta, void_element},
    {"nav", HtmlTag::nav, block_element | outside_element},
    {"noembed", HtmlTag::noembed, raw_element | unseen_element},
    {"noframes", HtmlTag::noframes, raw_element | unseen_element},
    {"noscript", HtmlTag::noscript, block_element | outside_element},
    {"object", HtmlTag::object, block_element},
    {"ol", HtmlTag::ol, block_element},
    {"optgroup", HtmlTag::optgroup, block_element | unseen_element},
    {"option", HtmlTag::option, block_element},
    {"p", HtmlTag::p, block_element},
    {"picture", HtmlTag::picture, 0},
    {"pre", HtmlTag::pre, block_element},
    {"script", HtmlTag::script, raw_element | unseen_element},
    {"search", HtmlTag::search, block_element | outside_element},
    {"section", HtmlTag::section, block_element},
    {"select", HtmlTag::select, block_element | unseen_element},
    {"source", HtmlTag::source, void_element},
    {"span", HtmlTag::span, 0},
    {"style", HtmlTag::style, raw_element | unseen_element},
    {"summary", HtmlTag::summary, block_element},
    {"svg", HtmlTag::svg, unseen_element},
    {"table", HtmlTag::table, block_element},
    {"tbody", HtmlTag::tbody, block_element},
    {"td", HtmlTag::td, block_element},
    {"template", HtmlTag::template_, block_element | unseen_element},
    {"textarea", HtmlTag::textarea, raw_element | unseen_element},
    {"tfoot", HtmlTag::tfoot, block_element},
    {"th", HtmlTag::th, block_element},
    {"thead", HtmlTag::thead, block_element},
    {"time", HtmlTag::time, 0},
    {"title", HtmlTag::title, raw_element | unseen_element},
    {"tr", HtmlTag::tr, block_element},
    {"track", HtmlTag::track, void_element},
    {"ul", HtmlTag::ul, block_element},
    {"video", HtmlTag::video, block_element | unseen_element},
    {"wbr", HtmlTag::wbr, void_element},
    {"xmp", HtmlTag::xmp, block_element},
});
// clang-format on

// A name as a number: its first eight letters, small, and its length. No two names here share one.
constexpr uint64_t key_of(std::string_view name) {
  uint64_t key = name.size();
  for (size_t i = 0; i < name.size() && i < 8; ++i) {
    const auto byte = static_cast<uint8_t>(name[i]);
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    key = (key * 131) ^ (is_capital ? byte + 32U : byte);
  }
  return key * 0x9E3779B97F4A7C15ULL;
}

constexpr bool is_same(std::string_view name, std::string_view small) {
  if (name.size() != small.size()) {
    return false;
  }
  for (size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<uint8_t>(name[i]);
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    if ((is_capital ? byte + 32 : byte) != small[i]) {
      return false;
    }
  }
  return true;
}

constexpr size_t slots = 512;

constexpr size_t slot_of(std::string_view name) {
  return key_of(name) >> 55;
}

// Which row a name is in, from 1; 0: none. Names that meet stand in the next free slot.
constexpr std::array<uint8_t, slots> make_index() {
  std::array<uint8_t, slots> index{};
  for (size_t row = 0; row < rows.size(); ++row) {
    size_t slot = slot_of(rows[row].name);
    while (index[slot] != 0) {
      slot = (slot + 1) % slots;
    }
    index[slot] = static_cast<uint8_t>(row + 1);
  }
  return index;
}

constexpr std::array<uint8_t, slots> row_index = make_index();

constexpr std::array<uint16_t, html_tags> make_traits() {
  std::array<uint16_t, html_tags> traits{};
  for (const Row& row : rows) {
    traits[static_cast<size_t>(row.tag)] = row.traits;
  }
  traits[static_cast<size_t>(HtmlTag::custom)] = block_element;
  return traits;
}

constexpr std::array<uint16_t, html_tags> traits_of_tags = make_traits();

}  // namespace

HtmlTag html_tag(std::string_view name) {
  for (size_t slot = slot_of(name); row_index[slot] != 0; slot = (slot + 1) % slots) {
    const Row& row = rows[row_index[slot] - 1U];
    if (is_same(name, row.name)) {
      return row.tag;
    }
  }
  return name.find('-') != name.npos ? HtmlTag::custom : HtmlTag::other;
}

uint16_t html_traits(HtmlTag tag) {
  return traits_of_tags[static_cast<size_t>(tag)];
}

int heading_level(HtmlTag tag) {
  const bool is_heading = tag >= HtmlTag::h1 && tag <= HtmlTag::h6;
  return is_heading ? static_cast<int>(tag) - static_cast<int>(HtmlTag::h1) + 1 : 0;
}

}  // namespace reprise::detail
