// Steps: the modules are read, for they say which files there are; the network's sizes, and how its
// vectors are pooled; the vocabulary; last the numbers, whose names are those of BERT.
//
//     {"hidden_size": 384, "num_attention_heads": 12, …}     heads of 32
//     {"hidden_size": 385, "num_attention_heads": 12, …}     refused: 385 is no multiple of 12
//
// Everything that is read goes into the hash.
#include "reprise/meaning/model_folder.h"

#include <array>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <span>

#include "reprise/base/hash.h"
#include "reprise/error.h"
#include "reprise/io/input_file.h"
#include "reprise/io/json_tree.h"
#include "reprise/meaning/tensors.h"

namespace reprise::detail {
namespace {

namespace fs = std::filesystem;

constexpr const char* take_bert = "take a model of the BERT family";
constexpr const char* whole_folder =
    "take the whole folder, as sentence-transformers has written it";

constexpr const char* weights_file = "reprise.json";
constexpr size_t most_json = size_t{64} << 20;    // bytes of a file of words
constexpr size_t most_numbers = size_t{1} << 30;  // and of numbers
constexpr uint32_t most_width = 16'384;
constexpr uint32_t most_layers = 256;
constexpr uint32_t most_places = 65'536;

// The files of a folder, all of which count for the hash.
class Folder {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {}

  std::string path_of(const std::string& name) const { return (fs::path(path_) / name).string(); }

  bool has(const std::string& name) const {
    std::error_code error;
    return fs::exists(path_of(name), error);
  }

  std::string read(const std::string& name, size_t most) {
    const std::string path = path_of(name);
    if (!has(name)) {
      throw Error(ErrorKind::input, {path, "is not there", whole_folder, false});
    }
    if (version_of(path).size > most) {
      throw Error(ErrorKind::input, {path, "is larger than " + std::to_string(most >> 20) + " MiB",
                                     "take a smaller model", false});
    }
    std::optional<std::string> damage;
    std::string bytes = read_whole(path, damage, most);
    hash_ = mix(hash_ ^ hash_bytes(bytes));
    return bytes;
  }

  uint64_t hash() const { return hash_; }

 private:
  std::string path_;
  uint64_t hash_ = 0;
};

// A JSON file of the folder.
class ModelJson {
 public:
  ModelJson(Folder& folder, const std::string& name)
      : tree_(folder.read(name, most_json), folder.path_of(name), {}) {}
  const JsonNode& root() const { return tree_.root(); }

  // Returns a number of 1 and more. Throws Error.
  uint32_t size(const char* key, uint32_t most) const {
    const JsonNode node = root()[key];
    const uint64_t number = node.count(most);
    if (number == 0) {
      node.fail("is 0", take_bert);
    }
    return static_cast<uint32_t>(number);
  }

  // Throws Error unless the text, where it is there, is this one.
  void require_text(const char* key, std::string_view wanted) const {
    if (!root().holds(key)) {
      return;
    }
    const JsonNode node = root()[key];
    if (node.text() != wanted) {
      node.fail("is \"" + std::string(node.text()) + "\", not \"" + std::string(wanted) + "\"",
                take_bert);
    }
  }

 private:
  JsonTree tree_;
};

// What modules.json says.
struct Modules {
  std::string network;  // folders, relative
  std::string pooling;
  bool normalised = false;
};

// Returns "Pooling" of "sentence_transformers.models.Pooling".
std::string_view last_name(std::string_view type) {
  return type.substr(type.rfind('.') + 1);
}

// A folder beside the file that names it, or in one that is: nothing outside.
std::string folder_inside(const JsonNode& node) {
  const fs::path path = node.text();
  const bool leads_out = path.is_absolute() || std::ranges::find(path, "..") != path.end();
  if (leads_out) {
    node.fail("leads out of the folder", whole_folder);
  }
  return path.string();
}

Modules read_modules(Folder& folder) {
  const ModelJson file(folder, "modules.json");
  Modules modules;
  bool has_pooling = false;
  file.root().each([&](const JsonNode& module, size_t place) {
    const JsonNode type = module["type"];
    const JsonNode path = module["path"];
    const std::string_view name = last_name(type.text());
    if (place == 0 && name == "Transformer") {
      modules.network = folder_inside(path);
    } else if (place == 1 && name == "Pooling") {
      modules.pooling = folder_inside(path);
      has_pooling = true;
    } else if (place == 2 && name == "Normalize") {
      modules.normalised = true;
    } else {
      type.fail("is \"" + std::string(type.text()) + "\", which can't be done here",
                "take a model of Transformer, Pooling and Normalize");
    }
  });
  if (!has_pooling) {
    file.root().fail("names no Pooling", whole_folder);
  }
  return modules;
}

std::string inside(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

Pooling read_pooling(Folder& folder, const Modules& modules) {
  const ModelJson file(folder, inside(modules.pooling, "config.json"));
  const JsonNode& root = file.root();
  // Newer files name the one way; older ones have a flag for each.
  std::string way;
  if (root.holds("pooling_mode")) {
    const JsonNode mode = root["pooling_mode"];
    way = mode.text();
  }
  constexpr std::string_view prefix = "pooling_mode_";
  root.each_member([&](std::string_view key, const JsonNode& value) {
    if (key.starts_with(prefix) && value.flag()) {
      way += (way.empty() ? "" : " and ") + std::string(key.substr(prefix.size()));
    }
  });
  if (way == "mean" || way == "mean_tokens") {
    return Pooling::mean;
  }
  if (way == "cls" || way == "cls_token") {
    return Pooling::first;
  }
  root.fail("pools by \"" + way + "\", which can't be done here",
            "take a model that pools by the mean or by the first piece");
}

NetworkShape read_shape(const ModelJson& config) {
  config.require_text("model_type", "bert");
  config.require_text("hidden_act", "gelu");
  config.require_text("position_embedding_type", "absolute");
  NetworkShape shape;
  shape.width = config.size("hidden_size", most_width);
  shape.heads = config.size("num_attention_heads", most_width);
  shape.inner = config.size("intermediate_size", 4 * most_width);
  shape.layers = config.size("num_hidden_layers", most_layers);
  shape.words = config.size("vocab_size", UINT32_MAX);
  shape.places = config.size("max_position_embeddings", most_places);
  const JsonNode epsilon = config.root()["layer_norm_eps"];
  shape.epsilon = static_cast<float>(epsilon.real(0, 1));
  if (shape.width % shape.heads != 0) {
    const JsonNode width = config.root()["hidden_size"];
    width.fail("is no multiple of num_attention_heads", whole_folder);
  }
  return shape;
}

void read_vocabulary(Folder& folder, const Modules& modules, Model& model) {
  const std::string json = inside(modules.network, "tokenizer.json");
  if (folder.has(json)) {
    model.vocabulary_path = folder.path_of(json);
    model.vocabulary = read_tokenizer_json(folder.read(json, most_json), model.vocabulary_path);
    return;
  }
  const std::string list = inside(modules.network, "vocab.txt");
  model.vocabulary_path = folder.path_of(list);
  model.vocabulary = read_piece_list(folder.read(list, most_json), model.vocabulary_path);
  const ModelJson config(folder, inside(modules.network, "tokenizer_config.json"));
  const JsonNode& root = config.root();
  Folding& folding = model.vocabulary.folding;
  const auto flag = [&](const char* key, bool otherwise) {
    return root.holds(key) ? root[key].flag() : otherwise;
  };
  folding.lower_case = flag("do_lower_case", true);
  folding.drop_marks = flag("strip_accents", folding.lower_case);
  folding.part_chinese = flag("tokenize_chinese_chars", true);
}

uint32_t read_most_pieces(Folder& folder, const Modules& modules, uint32_t places) {
  const std::string name = inside(modules.network, "sentence_bert_config.json");
  if (!folder.has(name)) {
    return places;
  }
  const ModelJson config(folder, name);
  if (!config.root().holds("max_seq_length")) {
    return places;
  }
  constexpr uint32_t least = 3;  // the begin, a piece, the end
  return std::max(least, config.size("max_seq_length", places));
}

// Takes the tables by the names that BERT has for them.
class WeightReader {
 public:
  WeightReader(const TensorFile& file, const NetworkShape& shape)
      : file_(file), shape_(shape), prefix_(file.has("bert." + first_table) ? "bert." : "") {}

  NetworkWeights read() const {
    NetworkWeights weights;
    const std::string embeddings = "embeddings.";
    weights.words = take(first_table, {shape_.words, shape_.width});
    weights.places = take(embeddings + "position_embeddings.weight", {shape_.places, shape_.width});
    constexpr uint64_t kinds = 2;
    weights.kind = take(embeddings + "token_type_embeddings.weight", {kinds, shape_.width});
    weights.kind.resize(shape_.width);
    weights.norm = norm(embeddings + "LayerNorm");
    for (uint32_t i = 0; i < shape_.layers; ++i) {
      weights.layers.push_back(layer("encoder.layer." + std::to_string(i) + "."));
    }
    return weights;
  }

 private:
  static inline const std::string first_table = "embeddings.word_embeddings.weight";

  std::vector<float> take(const std::string& name, std::initializer_list<uint64_t> shape) const {
    return file_.take(prefix_ + name, std::span(shape.begin(), shape.size()));
  }

  NormWeights norm(const std::string& name) const {
    return {take(name + ".weight", {shape_.width}), take(name + ".bias", {shape_.width})};
  }

  DenseWeights dense(const std::string& name, uint64_t out, uint64_t in) const {
    return {take(name + ".weight", {out, in}), take(name + ".bias", {out})};
  }

  LayerWeights layer(const std::string& name) const {
    const uint64_t width = shape_.width;
    LayerWeights layer;
    for (const char* part : {"query", "key", "value"}) {
      const DenseWeights one = dense(name + "attention.self." + part, width, width);
      layer.look.weight.insert(layer.look.weight.end(), one.weight.begin(), one.weight.end());
      layer.look.bias.insert(layer.look.bias.end(), one.bias.begin(), one.bias.end());
    }
    layer.attended = dense(name + "attention.output.dense", width, width);
    layer.attended_norm = norm(name + "attention.output.LayerNorm");
    layer.up = dense(name + "intermediate.dense", shape_.inner, width);
    layer.down = dense(name + "output.dense", width, shape_.inner);
    layer.norm = norm(name + "output.LayerNorm");
    return layer;
  }

  const TensorFile& file_;
  const NetworkShape& shape_;
  std::string prefix_;
};

}  // namespace

Model read_model(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    throw Error(ErrorKind::input, {path, "is no folder of a model",
                                   "name the folder that holds its config.json", false});
  }
  Folder folder(path);
  const Modules modules = read_modules(folder);
  Model model;
  const ModelJson config(folder, inside(modules.network, "config.json"));
  model.shape = read_shape(config);
  model.shape.pooling = read_pooling(folder, modules);
  model.shape.normalised = modules.normalised;
  read_vocabulary(folder, modules, model);
  model.most_pieces = read_most_pieces(folder, modules, model.shape.places);
  const std::string numbers = inside(modules.network, "model.safetensors");
  const TensorFile file(folder.read(numbers, most_numbers), folder.path_of(numbers));
  model.weights = WeightReader(file, model.shape).read();
  model.hash = folder.hash();  // vectors don't depend on what follows
  if (folder.has(weights_file)) {
    model.weights_of_evidence =
        read_learnt_weights(folder.read(weights_file, most_json), folder.path_of(weights_file));
  }
  return model;
}

}  // namespace reprise::detail
