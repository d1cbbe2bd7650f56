#include "support/tiny_model.h"

#include <cstring>
#include <nlohmann/json.hpp>

#include "support/generator.h"

namespace reprise::detail::support {
namespace {

class Maker {
 public:
  explicit Maker(uint64_t seed) : random_(seed) {}

  void add(const std::string& name, std::vector<uint64_t> shape, double around = 0) {
    uint64_t size = 1;
    for (const uint64_t each : shape) {
      size *= each;
    }
    TinyTensor tensor{std::move(shape), {}};
    for (uint64_t i = 0; i < size; ++i) {
      tensor.numbers.push_back(static_cast<float>(around + random_.unit() - 0.5));
    }
    model.tensors[name] = std::move(tensor);
  }
  void add_norm(const std::string& name) {
    add(name + ".weight", {model.width}, 1);
    add(name + ".bias", {model.width});
  }
  void add_dense(const std::string& name, uint64_t out, uint64_t in) {
    add(name + ".weight", {out, in});
    add(name + ".bias", {out});
  }

  TinyModel model;

 private:
  Random random_;
};

}  // namespace

TinyModel make_tiny_model(uint64_t seed) {
  Maker maker(seed);
  TinyModel& model = maker.model;
  model.pieces = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "the",  "ferry", "##s", "stay",  "in",
                  "port",  "no",    "boat",  "will",  "sail", "##ing", "un",  "##aff", "##able",
                  ",",     ".",     "caf",   "##e",   "cafe", "東",    "京",  "a"};
  const std::string embeddings = "embeddings.";
  maker.add(embeddings + "word_embeddings.weight", {model.pieces.size(), model.width});
  maker.add(embeddings + "position_embeddings.weight", {model.places, model.width});
  maker.add(embeddings + "token_type_embeddings.weight", {2, model.width});
  maker.add_norm(embeddings + "LayerNorm");
  for (uint32_t i = 0; i < model.layers; ++i) {
    const std::string layer = "encoder.layer." + std::to_string(i) + ".";
    for (const char* part : {"query", "key", "value"}) {
      maker.add_dense(layer + "attention.self." + part, model.width, model.width);
    }
    maker.add_dense(layer + "attention.output.dense", model.width, model.width);
    maker.add_norm(layer + "attention.output.LayerNorm");
    maker.add_dense(layer + "intermediate.dense", model.inner, model.width);
    maker.add_dense(layer + "output.dense", model.width, model.inner);
    maker.add_norm(layer + "output.LayerNorm");
  }
  return model;
}

std::string safetensors_of(const std::map<std::string, TinyTensor>& tensors) {
  nlohmann::ordered_json header{{"__metadata__", {{"format", "pt"}}}};
  std::string data;
  for (const auto& [name, tensor] : tensors) {
    const size_t begin = data.size();
    data.append(reinterpret_cast<const char*>(tensor.numbers.data()),
                tensor.numbers.size() * sizeof(float));
    header[name] = {
        {"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {begin, data.size()}}};
  }
  const std::string json = header.dump();
  const uint64_t size = json.size();
  std::string bytes(reinterpret_cast<const char*>(&size), sizeof(size));
  return bytes + json + data;
}

void write_tiny_model(const TinyModel& model, const TempFolder& folder) {
  folder.write("modules.json",
               R"([{"idx": 0, "name": "0", "path": "", "type": "x.models.Transformer"},)"
               R"( {"idx": 1, "name": "1", "path": "1_Pooling", "type": "x.models.Pooling"},)"
               R"( {"idx": 2, "name": "2", "path": "2_Normalize", "type": "x.models.Normalize"}])");
  folder.write("1_Pooling/config.json",
               R"({"pooling_mode_cls_token": false, "pooling_mode_mean_tokens": true})");
  const nlohmann::json config{{"model_type", "bert"},
                              {"hidden_act", "gelu"},
                              {"hidden_size", model.width},
                              {"num_attention_heads", model.heads},
                              {"intermediate_size", model.inner},
                              {"num_hidden_layers", model.layers},
                              {"vocab_size", model.pieces.size()},
                              {"max_position_embeddings", model.places},
                              {"layer_norm_eps", 1e-12}};
  folder.write("config.json", config.dump());
  std::string pieces;
  for (const std::string& piece : model.pieces) {
    pieces += piece + "\n";
  }
  folder.write("vocab.txt", pieces);
  folder.write("tokenizer_config.json", R"({"do_lower_case": true})");
  folder.write("model.safetensors", safetensors_of(model.tensors));
}

}  // namespace reprise::detail::support
