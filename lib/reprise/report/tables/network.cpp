#include "reprise/report/tables/network.h"

#include <algorithm>
#include <array>

#include "reprise/io/piece_writer.h"
#include "reprise/report/tables/table.h"
#include "reprise/report/tables/xml.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

// What a node or an edge says beside its ends, its label and its weight. Both formats know these
// types.
struct Attribute {
  const char* name;
  const char* type;
};

constexpr std::array<Attribute, 8> of_nodes{{{"filename", "string"},
                                             {"title", "string"},
                                             {"series", "string"},
                                             {"date", "string"},
                                             {"url", "string"},
                                             {"words", "long"},
                                             {"cluster", "long"},
                                             {"story", "long"}}};
constexpr std::array<Attribute, 4> of_edges{
    {{"jaccard", "double"}, {"reused", "double"}, {"passages", "long"}, {"points", "long"}}};

// The cells stand beside the attributes.
std::array<TableCell, of_nodes.size()> cells_of_node(uint32_t d, const Result& result) {
  const Document& document = result.documents[d];
  return {document.where,
          text_or_nothing(document.title),
          text_or_nothing(document.source),
          text_or_nothing(document.date),
          text_or_nothing(document.url),
          result.words[d],
          number_or_nothing(result.cluster_of[d]),
          result.stories[d]};
}

struct Edge {
  DocumentPair pair;
  double jaccard = 0, reused = 0;
  uint32_t passages = 0, points = 0;
  double weight = 0;
};

// Passages are counted where they are reported, and a saved report has them too.
std::array<TableCell, of_edges.size()> cells_of_edge(const Edge& e, const Parts& parts) {
  return {e.jaccard, e.reused, parts.passages ? TableCell(uint64_t{e.passages}) : TableCell(),
          e.points};
}

Edge edge_between(uint32_t a, uint32_t b) {
  Edge edge;
  edge.pair = {std::min(a, b), std::max(a, b)};
  return edge;
}

// Returns everything that two documents share, an edge for each thing.
std::vector<Edge> links(const Result& result) {
  std::vector<Edge> edges;
  const auto add = [&](uint32_t a, uint32_t b) -> Edge& {
    return edges.emplace_back(edge_between(a, b));
  };
  for (const Matrix::Entry& e : matrix_of(result, MatrixMeasure::jaccard).entries) {
    if (e.from < e.to) {
      add(e.from, e.to).jaccard = e.value;
    }
  }
  for (const Matrix::Entry& e : matrix_of(result, MatrixMeasure::passages).entries) {
    add(e.from, e.to).reused = e.value;
  }
  for (const Matrix::Entry& e : matrix_of(result, MatrixMeasure::points).entries) {
    if (e.from < e.to) {
      add(e.from, e.to).points = static_cast<uint32_t>(e.value);
    }
  }
  for (const Passage& p : result.passages) {
    add(result.units[p.unit_a].document, result.units[p.unit_b].document).passages = 1;
  }
  return edges;
}

double weight_of(const Edge& e, const std::vector<double>& own_points) {
  const double fewer = std::min(own_points[e.pair.a], own_points[e.pair.b]);
  return std::max({e.jaccard, e.reused, fewer > 0 ? e.points / fewer : 0});
}

// Returns an edge for each two documents that share something, ascending.
std::vector<Edge> edges_of(const Result& result) {
  std::vector<Edge> all = links(result);
  std::sort(all.begin(), all.end(), [](const Edge& x, const Edge& y) { return x.pair < y.pair; });
  std::vector<Edge> edges;
  for (const Edge& link : all) {
    if (edges.empty() || edges.back().pair != link.pair) {
      edges.push_back(edge_between(link.pair.a, link.pair.b));
    }
    Edge& edge = edges.back();
    edge.jaccard = std::max(edge.jaccard, link.jaccard);
    edge.reused = std::max(edge.reused, link.reused);
    edge.points = std::max(edge.points, link.points);
    edge.passages += link.passages;
  }
  for (Edge& edge : edges) {
    edge.weight = weight_of(edge, matrix_of(result, MatrixMeasure::points).diagonal);
  }
  // A passage between two titles is no share of a text, and a weight of 0 is none to those who read
  // this.
  std::erase_if(edges, [](const Edge& edge) { return edge.weight == 0; });
  return edges;
}

// Returns the cell as it stands in XML; nothing if there is none.
std::optional<std::string> xml_of(const TableCell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) {
    return std::nullopt;
  }
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return xml_escaped(*text);
  }
  std::string number;
  append_csv_cell(number, cell);
  return number;
}

std::string node_id(uint32_t document) {
  return "n" + std::to_string(document);
}

std::string ends_of(const Edge& edge) {
  return xml_attribute("source", node_id(edge.pair.a)) +
         xml_attribute("target", node_id(edge.pair.b));
}

constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// GraphML: everything is data with a declared key, label and weight too.
std::string graphml_key(const char* element, const Attribute& attribute) {
  return "<key" + xml_attribute("id", attribute.name) + xml_attribute("for", element) +
         xml_attribute("attr.name", attribute.name) + xml_attribute("attr.type", attribute.type) +
         "/>\n";
}

std::string graphml_data(const char* name, const TableCell& cell) {
  const auto value = xml_of(cell);
  return value ? "<data" + xml_attribute("key", name) + ">" + *value + "</data>" : "";
}

// GEXF: label and weight belong to the format, the attributes are declared by number.
template <class Attributes>
std::string gexf_attributes(const char* element, const Attributes& attributes) {
  std::string all = "<attributes" + xml_attribute("class", element) + ">\n";
  for (size_t i = 0; i < attributes.size(); ++i) {
    all += "<attribute" + xml_attribute("id", i) + xml_attribute("title", attributes[i].name) +
           xml_attribute("type", attributes[i].type) + "/>\n";
  }
  return all + "</attributes>\n";
}

template <class Cells>
std::string gexf_values(const Cells& cells) {
  std::string all = "><attvalues>";
  for (size_t i = 0; i < cells.size(); ++i) {
    const auto value = xml_of(cells[i]);
    if (value) {
      all += "<attvalue" + xml_attribute("for", i) + " value=\"" + *value + "\"/>";
    }
  }
  return all + "</attvalues>";
}

}  // namespace

void write_network_graphml(const Result& result, OutputFile& file) {
  PieceWriter out(file);
  out.text().append(declaration) += "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  out.text() += graphml_key("node", {"label", "string"});
  for (const Attribute& attribute : of_nodes) {
    out.text() += graphml_key("node", attribute);
  }
  out.text() += graphml_key("edge", {"weight", "double"});
  for (const Attribute& attribute : of_edges) {
    out.text() += graphml_key("edge", attribute);
  }
  out.text() += "<graph edgedefault=\"undirected\">\n";
  for (uint32_t d = 0; d < result.documents.size(); ++d) {
    const auto cells = cells_of_node(d, result);
    out.text() += "<node" + xml_attribute("id", node_id(d)) + ">" +
                  graphml_data("label", result.documents[d].id);
    for (size_t i = 0; i < cells.size(); ++i) {
      out.text() += graphml_data(of_nodes[i].name, cells[i]);
    }
    out.text() += "</node>\n";
    out.pass_on();
  }
  for (const Edge& edge : edges_of(result)) {
    const auto cells = cells_of_edge(edge, result.options.parts);
    out.text() += "<edge" + ends_of(edge) + ">" + graphml_data("weight", edge.weight);
    for (size_t i = 0; i < cells.size(); ++i) {
      out.text() += graphml_data(of_edges[i].name, cells[i]);
    }
    out.text() += "</edge>\n";
    out.pass_on();
  }
  out.text() += "</graph>\n</graphml>\n";
  out.finish();
}

void write_network_gexf(const Result& result, OutputFile& file) {
  PieceWriter out(file);
  out.text().append(declaration) +=
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n";
  out.text() += "<graph mode=\"static\" defaultedgetype=\"undirected\">\n";
  out.text() += gexf_attributes("node", of_nodes) + gexf_attributes("edge", of_edges) + "<nodes>\n";
  for (uint32_t d = 0; d < result.documents.size(); ++d) {
    out.text() += "<node" + xml_attribute("id", node_id(d)) +
                  xml_attribute("label", result.documents[d].id) +
                  gexf_values(cells_of_node(d, result)) + "</node>\n";
    out.pass_on();
  }
  out.text() += "</nodes>\n<edges>\n";
  size_t number = 0;
  for (const Edge& edge : edges_of(result)) {
    out.text() += "<edge" + xml_attribute("id", number++) + ends_of(edge) + " weight=\"" +
                  *xml_of(edge.weight) + "\"" +
                  gexf_values(cells_of_edge(edge, result.options.parts)) + "</edge>\n";
    out.pass_on();
  }
  out.text() += "</edges>\n</graph>\n</gexf>\n";
  out.finish();
}

}  // namespace reprise::detail
