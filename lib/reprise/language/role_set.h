// What a word may be, several things at once.
//
//     constexpr CueRoles roles = CueRole::says | CueRole::tells;
//     roles.has(CueRole::tells)                          true
//     roles.has(CueRole::tells | CueRole::hearsay)       true: one of them is enough
//
// A scoped enumeration becomes one of roles by specialising `names_roles`; it has at most 64
// values. Pure; any thread.
#pragma once

#include <cstdint>

namespace reprise::detail {

template <class Role>
inline constexpr bool names_roles = false;

template <class Role>
class RoleSet {
 public:
  constexpr RoleSet() = default;
  constexpr RoleSet(Role role) : bits_(uint64_t{1} << static_cast<unsigned>(role)) {}

  // Returns whether one of the wanted roles is among these.
  constexpr bool has(RoleSet wanted) const { return (bits_ & wanted.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

  constexpr RoleSet operator|(RoleSet other) const {
    RoleSet both = *this;
    both.bits_ |= other.bits_;
    return both;
  }
  constexpr RoleSet& operator|=(RoleSet other) { return *this = *this | other; }

 private:
  uint64_t bits_ = 0;
};

template <class Role>
requires names_roles<Role>
constexpr RoleSet<Role> operator|(Role a, Role b) {
  return RoleSet<Role>(a) | RoleSet<Role>(b);
}

}  // namespace reprise::detail
