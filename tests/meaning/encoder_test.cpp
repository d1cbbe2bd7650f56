// The encoder against a twin of plain loops, over a model of a few thousand numbers; and what is
// said of folders that are no whole model.
#include "reprise/meaning/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <functional>
#include <numeric>

#include "reprise/base/parallel.h"
#include "reprise/error.h"
#include "support/generator.h"
#include "support/tiny_model.h"

namespace reprise::detail {
namespace {

using support::TempFolder;
using support::TinyModel;
using Row = std::vector<double>;
using Rows = std::vector<Row>;

// BERT as its paper tells it, a number at a time.
class Twin {
 public:
  explicit Twin(const TinyModel& model) : model_(model) {}

  Row encode(std::span<const uint32_t> pieces) const {
    Rows rows;
    for (size_t i = 0; i < pieces.size(); ++i) {
      Row row;
      for (size_t k = 0; k < model_.width; ++k) {
        row.push_back(number("embeddings.word_embeddings.weight", pieces[i] * model_.width + k) +
                      number("embeddings.position_embeddings.weight", i * model_.width + k) +
                      number("embeddings.token_type_embeddings.weight", k));
      }
      rows.push_back(normal(row, "embeddings.LayerNorm"));
    }
    for (uint32_t layer = 0; layer < model_.layers; ++layer) {
      rows = run_layer(rows, "encoder.layer." + std::to_string(layer) + ".");
    }
    Row mean(model_.width);
    for (const Row& row : rows) {
      mean = sum(mean, row);
    }
    const double length =
        std::sqrt(std::inner_product(mean.begin(), mean.end(), mean.begin(), 0.0));
    for (double& value : mean) {
      value /= length;
    }
    return mean;
  }

 private:
  double number(const std::string& name, size_t i) const {
    return static_cast<double>(model_.tensors.at(name).numbers[i]);
  }

  static Row sum(Row x, const Row& y) {
    std::transform(x.begin(), x.end(), y.begin(), x.begin(), std::plus<>());
    return x;
  }

  Row normal(const Row& row, const std::string& name) const {
    const auto size = static_cast<double>(row.size());
    const double mean = std::accumulate(row.begin(), row.end(), 0.0) / size;
    double square = 0;
    for (const double value : row) {
      square += (value - mean) * (value - mean);
    }
    const double deviation = std::sqrt(square / size + 1e-12);
    Row result;
    for (size_t i = 0; i < row.size(); ++i) {
      result.push_back((row[i] - mean) / deviation * number(name + ".weight", i) +
                       number(name + ".bias", i));
    }
    return result;
  }

  Row dense(const Row& row, const std::string& name) const {
    const size_t out = model_.tensors.at(name + ".bias").numbers.size();
    Row result;
    for (size_t i = 0; i < out; ++i) {
      double value = number(name + ".bias", i);
      for (size_t k = 0; k < row.size(); ++k) {
        value += number(name + ".weight", i * row.size() + k) * row[k];
      }
      result.push_back(value);
    }
    return result;
  }

  Rows run_layer(const Rows& rows, const std::string& layer) const {
    Rows queries, keys, values;
    for (const Row& row : rows) {
      queries.push_back(dense(row, layer + "attention.self.query"));
      keys.push_back(dense(row, layer + "attention.self.key"));
      values.push_back(dense(row, layer + "attention.self.value"));
    }
    Rows result;
    for (size_t i = 0; i < rows.size(); ++i) {
      const Row seen = attend(queries[i], keys, values);
      const Row first = normal(sum(dense(seen, layer + "attention.output.dense"), rows[i]),
                               layer + "attention.output.LayerNorm");
      Row inner = dense(first, layer + "intermediate.dense");
      for (double& value : inner) {
        value = value * 0.5 * (1 + std::erf(value / std::sqrt(2.0)));
      }
      result.push_back(
          normal(sum(dense(inner, layer + "output.dense"), first), layer + "output.LayerNorm"));
    }
    return result;
  }

  Row attend(const Row& query, const Rows& keys, const Rows& values) const {
    const size_t size = model_.width / model_.heads;
    Row seen(model_.width);
    for (size_t head = 0; head < model_.width; head += size) {
      Row shares;
      for (const Row& key : keys) {
        double score = 0;
        for (size_t k = head; k < head + size; ++k) {
          score += query[k] * key[k];
        }
        shares.push_back(std::exp(score / std::sqrt(static_cast<double>(size))));
      }
      const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
      for (size_t j = 0; j < values.size(); ++j) {
        for (size_t k = head; k < head + size; ++k) {
          seen[k] += shares[j] / all * values[j][k];
        }
      }
    }
    return seen;
  }

  const TinyModel& model_;
};

TEST(Encoder, VectorsAreThoseOfPlainLoops) {
  support::Random random(3);
  for (uint64_t seed = 1; seed <= 3; ++seed) {
    TinyModel model = support::make_tiny_model(seed);
    const TempFolder folder;
    write_tiny_model(model, folder);
    const Encoder encoder(folder.path());
    const Twin twin(model);
    for (const uint32_t size : {1U, 2U, 3U, 7U, 8U, 17U, 32U}) {
      std::vector<uint32_t> pieces;
      for (size_t i = 0; i < size; ++i) {
        pieces.push_back(static_cast<uint32_t>(random.below(model.pieces.size())));
      }
      const std::vector<float> vector = encoder.encode(pieces);
      const Row wanted = twin.encode(pieces);
      ASSERT_EQ(vector.size(), wanted.size());
      for (size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_NEAR(vector[i], wanted[i], 2e-6) << seed << " " << size;
      }
    }
  }
}

TEST(Encoder, ThreadsAndNeighboursChangeNoBit) {
  const TempFolder folder;
  write_tiny_model(support::make_tiny_model(), folder);
  const Encoder encoder(folder.path());
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    texts.push_back("the ferry" + std::string(static_cast<size_t>(i % 13), 's') + " will sail, no");
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  std::vector<std::vector<float>> found;
  for (const unsigned threads : {1U, 2U, 16U}) {
    const Workers workers(threads);
    found.push_back(encoder.encode_all(views).numbers);
  }
  EXPECT_EQ(found[0], found[1]);
  EXPECT_EQ(found[0], found[2]);
  const std::vector<float> alone = encoder.encode(views[7]);
  EXPECT_TRUE(std::equal(alone.begin(), alone.end(), found[0].begin() + 7 * 16));
}

TEST(Encoder, EveryTextHasAVectorOfLengthOne) {
  const TempFolder folder;
  write_tiny_model(support::make_tiny_model(), folder);
  const Encoder encoder(folder.path());
  for (const char* text : {"", "\U0001F600\U0001F600", "xyzzy", "the \xff ferry", "東京 sail"}) {
    double square = 0;
    for (const float number : encoder.encode(std::string_view(text))) {
      square += static_cast<double>(number) * number;
    }
    EXPECT_NEAR(square, 1, 1e-5) << text;
  }
}

TEST(Encoder, WhatIsLongerThanTheModelReadsIsCutAndSaid) {
  const TempFolder folder;
  write_tiny_model(support::make_tiny_model(), folder);
  const Encoder encoder(folder.path());
  bool is_cut = true;
  std::string text = "the";
  for (int i = 0; i < 29; ++i) {
    text += " ferry";
  }
  EXPECT_EQ(encoder.pieces_of(text, is_cut).size(), 32u);
  EXPECT_FALSE(is_cut);
  const std::vector<float> whole = encoder.encode(text);
  text += " boat";
  EXPECT_EQ(encoder.pieces_of(text, is_cut).size(), 32u);
  EXPECT_TRUE(is_cut);
  EXPECT_EQ(encoder.encode(text), whole);
}

// Returns what is said of a folder after something was done to it.
std::string complaint(const std::function<void(TinyModel&)>& spoil_model,
                      const std::function<void(const TempFolder&)>& spoil_folder) {
  TinyModel model = support::make_tiny_model();
  spoil_model(model);
  const TempFolder folder;
  write_tiny_model(model, folder);
  spoil_folder(folder);
  try {
    const Encoder encoder(folder.path());
    encoder.encode(std::string_view("the ferry"));
  } catch (const Error& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with(folder.path())) << error.what();
    return error.what();
  }
  return "";
}

std::string complaint(const std::function<void(const TempFolder&)>& spoil) {
  return complaint([](TinyModel&) {}, spoil);
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

TEST(ModelFolder, EachFileThatIsMissingIsNamed) {
  EXPECT_EQ(complaint([](const TempFolder&) {}), "");
  for (const char* name : {"modules.json", "1_Pooling/config.json", "config.json", "vocab.txt",
                           "tokenizer_config.json", "model.safetensors"}) {
    const std::string message =
        complaint([&](const TempFolder& folder) { std::filesystem::remove(folder / name); });
    EXPECT_TRUE(says(message, std::string(name) + ": is not there")) << message;
  }
}

TEST(ModelFolder, EachFileThatIsCutIsRefused) {
  for (const char* name :
       {"modules.json", "1_Pooling/config.json", "config.json", "model.safetensors"}) {
    const std::string message = complaint([&](const TempFolder& folder) {
      const std::string bytes = support::read_file(folder / name);
      folder.write(name, bytes.substr(0, bytes.size() / 2));
    });
    EXPECT_TRUE(says(message, name)) << message;
  }
}

TEST(ModelFolder, ForeignOnesAreRefused) {
  const auto config = [](const std::string& from, const std::string& to) {
    return complaint([&](const TempFolder& folder) {
      std::string bytes = support::read_file(folder / "config.json");
      const size_t at = bytes.find(from);
      ASSERT_NE(at, bytes.npos) << from;
      folder.write("config.json", bytes.replace(at, from.size(), to));
    });
  };
  EXPECT_TRUE(says(config(R"("bert")", R"("t5")"), "is \"t5\", not \"bert\""));
  EXPECT_TRUE(says(config(R"("gelu")", R"("relu")"), "not \"gelu\""));
  EXPECT_TRUE(
      says(config(R"("num_attention_heads":4)", R"("num_attention_heads":5)"), "no multiple"));
  EXPECT_TRUE(says(config(R"("num_attention_heads":4)", R"("num_attention_heads":0)"), "is 0"));
  EXPECT_TRUE(says(config(R"("hidden_size":16)", R"("hidden_size":20)"), "a table of 26 × 16"));
  EXPECT_TRUE(says(config(R"("hidden_size":16)", R"("hidden_size":99999999)"), "is more than"));
  EXPECT_TRUE(says(config(R"("num_hidden_layers":2)", R"("num_hidden_layers":3)"),
                   "no table \"encoder.layer.2"));
}

TEST(ModelFolder, AnotherPoolingOrModuleIsRefused) {
  EXPECT_TRUE(says(complaint([](const TempFolder& folder) {
                     folder.write("1_Pooling/config.json", R"({"pooling_mode_max_tokens": true})");
                   }),
                   "pools by \"max_tokens\""));
  EXPECT_TRUE(says(complaint([](const TempFolder& folder) {
                     folder.write("modules.json",
                                  R"([{"path": "", "type": "Transformer"},)"
                                  R"( {"path": "1_Pooling", "type": "Pooling"},)"
                                  R"( {"path": "2_Dense", "type": "models.Dense"}])");
                   }),
                   "is \"models.Dense\""));
  EXPECT_TRUE(says(complaint([](const TempFolder& folder) {
                     folder.write("modules.json", R"([{"path": "../x", "type": "Transformer"}])");
                   }),
                   "leads out of the folder"));
}

TEST(ModelFolder, NumbersThatAreNoneAreRefused) {
  EXPECT_TRUE(says(complaint(
                       [](TinyModel& model) {
                         model.tensors["encoder.layer.1.output.dense.bias"].numbers[3] = NAN;
                       },
                       [](const TempFolder&) {}),
                   "NaN"));
  EXPECT_TRUE(says(complaint(
                       [](TinyModel& model) {
                         for (float& number :
                              model.tensors["encoder.layer.1.output.LayerNorm.weight"].numbers) {
                           number = 3e38F;
                         }
                       },
                       [](const TempFolder&) {}),
                   "gives numbers that are none"));
}

TEST(ModelFolder, NoFolderIsSaid) {
  EXPECT_THROW(Encoder("/nowhere/at/all"), Error);
}

TEST(ModelFolder, TheHashIsThatOfWhatMakesVectors) {
  const auto hash_of = [](uint64_t seed, const std::string& more) {
    const TempFolder folder;
    write_tiny_model(support::make_tiny_model(seed), folder);
    if (!more.empty()) {
      folder.write(more, "");
    }
    return Encoder(folder.path()).hash();
  };
  EXPECT_EQ(hash_of(1, ""), hash_of(1, "README.md"));
  EXPECT_NE(hash_of(1, ""), hash_of(2, ""));
}

}  // namespace
}  // namespace reprise::detail
