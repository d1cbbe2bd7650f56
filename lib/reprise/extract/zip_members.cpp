#include "reprise/extract/zip_members.h"

#include <zip.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "reprise/extract/refused.h"

namespace reprise::detail {
namespace {

// What inflates to more bytes than `above` may be so many times its size.
struct RatioLimit {
  uint64_t above, times;
};
constexpr RatioLimit ratio_limits[] = {{uint64_t{16} << 20, 500}, {uint64_t{128} << 20, 200}};

Refused bomb(const std::string& name) {
  return {"is a bomb: " + name + " inflates to far more than a text would",
          "if it is none, save it anew without compression, or divide it"};
}

Refused encrypted() {
  return {"is encrypted", "save it without a password"};
}

}  // namespace

struct ZipMembers::State {
  zip_t* archive = nullptr;
  uint64_t most = 0;
  uint64_t given = 0;  // by all members so far

  ~State() {
    if (archive) {
      zip_discard(archive);
    }
  }

  zip_int64_t place(const std::string& name) const {
    const zip_int64_t exact = zip_name_locate(archive, name.c_str(), 0);
    return exact >= 0 ? exact : zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
  }

  bool is_too_much(uint64_t inflated, uint64_t deflated) const {
    const bool by_ratio =
        std::any_of(std::begin(ratio_limits), std::end(ratio_limits), [&](const RatioLimit& limit) {
          return inflated > limit.above && inflated / limit.times > deflated;
        });
    return by_ratio || inflated > most;
  }
};

struct ZipMember::State {
  std::string name;
  uint64_t deflated = 0;
  uint64_t given = 0;
  zip_file_t* file = nullptr;

  ~State() {
    if (file) {
      zip_fclose(file);
    }
  }
};

ZipMember::ZipMember(std::unique_ptr<State> state, ZipMembers& members)
    : state_(std::move(state)), members_(&members) {}
ZipMember::ZipMember(ZipMember&&) noexcept = default;
ZipMember::~ZipMember() = default;

size_t ZipMember::read(std::span<char> buffer) {
  if (damage_ || buffer.empty()) {
    return 0;
  }
  const zip_int64_t count = zip_fread(state_->file, buffer.data(), buffer.size());
  if (count < 0) {
    damage_ = state_->name + " is damaged: " + zip_file_strerror(state_->file);
    return 0;
  }
  state_->given += static_cast<uint64_t>(count);
  ZipMembers::State& all = *members_->state_;
  all.given += static_cast<uint64_t>(count);
  if (all.is_too_much(state_->given, state_->deflated) || all.given > all.most) {
    throw bomb(state_->name);
  }
  return static_cast<size_t>(count);
}

ZipMembers::ZipMembers(std::string_view bytes, uint64_t most) : state_(std::make_unique<State>()) {
  state_->most = most;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (!source) {
    return;
  }
  state_->archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (!state_->archive) {
    zip_source_free(source);
  }
}

ZipMembers::~ZipMembers() = default;

bool ZipMembers::is_zip() const {
  return state_->archive != nullptr;
}

bool ZipMembers::holds(const std::string& name) const {
  return is_zip() && state_->place(name) >= 0;
}

ZipMember ZipMembers::open(const std::string& name) {
  const auto index = static_cast<zip_uint64_t>(state_->place(name));
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(state_->archive, index, 0, &stat) == 0) {
    if (stat.encryption_method != ZIP_EM_NONE) {
      throw encrypted();
    }
    if (state_->is_too_much(stat.size, stat.comp_size)) {
      throw bomb(name);
    }
  }
  auto state = std::make_unique<ZipMember::State>();
  state->name = name;
  state->deflated = stat.comp_size;
  state->file = zip_fopen_index(state_->archive, index, 0);
  const bool opened = state->file != nullptr;
  ZipMember member(std::move(state), *this);
  if (!opened) {
    member.damage_ = name + " can't be read: " + zip_strerror(state_->archive);
  }
  return member;
}

std::string ZipMembers::head(const std::string& name, size_t size) {
  if (!holds(name)) {
    return {};
  }
  ZipMember member = open(name);
  std::string bytes(size, '\0');
  size_t filled = 0;
  while (const size_t count = member.read(std::span(bytes).subspan(filled))) {
    filled += count;
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace reprise::detail
