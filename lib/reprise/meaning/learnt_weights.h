// How much each piece of evidence counts where statements are compared by a model's meaning, as the
// model's folder may say in reprise.json:
//
//     {"evidence": {"prose":      {"none": -3.0, "likeness": 1.5, "meaning": 0.6, …},
//                   "statements": {"none": -2.3, "likeness": -1.7, …}}}
//
// Cosines of one model are higher than those of another, so that what was learnt with one misleads
// with another. tools/train learns these weights and writes the file. A piece that is not named
// counts nothing; one that is none is refused, for nobody knows what it would be worth.
#pragma once

#include <array>
#include <string>

#include "reprise/point.h"

namespace reprise::detail {

// A number for each EvidenceKind but the judge's, in its order.
using Evidences = std::array<double, size_t(EvidenceKind::surplus) + 1>;

struct LearntWeights {
  Evidences prose{};       // of stretches of longer texts
  Evidences statements{};  // of texts of one statement each
};

// Returns what the bytes of such a file say. `path` is for messages. Throws Error (input).
LearntWeights read_learnt_weights(std::string bytes, const std::string& path);

}  // namespace reprise::detail
