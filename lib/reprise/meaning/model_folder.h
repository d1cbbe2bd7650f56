// A model as people download it: a folder that sentence-transformers has written.
//
//     modules.json                 what follows what: the network, its pooling, lengths of 1
//     config.json                  the network's sizes
//     model.safetensors            its numbers
//     tokenizer.json, or vocab.txt with tokenizer_config.json
//     1_Pooling/config.json        how the vectors of pieces become one
//     sentence_bert_config.json    how many pieces of a text are read; else as many as there are
//     reprise.json                 how much its likenesses count (learnt_weights.h), if it is there
//
// The files are others', and each is asked only for what it must say; what this library can't do
// (another network, another pooling, a further module) is refused: a vector that is not the
// model's is worse than none.
//
// Cost: that of reading it, some 100 MB. Memory: twice that while it is read. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "reprise/meaning/learnt_weights.h"
#include "reprise/meaning/network.h"
#include "reprise/meaning/word_pieces.h"

namespace reprise::detail {

struct Model {
  NetworkShape shape;
  NetworkWeights weights;
  PieceVocabulary vocabulary;
  std::string vocabulary_path;
  uint32_t most_pieces = 0;  // of a text, with those that begin and end it
  std::optional<LearntWeights> weights_of_evidence;
  uint64_t hash = 0;  // of everything that says what its vectors are
};

// Returns the model in the folder. Throws Error (input), which names the file and what is wrong
// with it.
Model read_model(const std::string& folder);

}  // namespace reprise::detail
