// Portuguese, of Portugal and of Brazil: all that its pack says, in sentences.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/language/cues/cues.h"
#include "reprise/language/function_words.h"
#include "reprise/language/joining_words.h"
#include "reprise/language/languages.h"
#include "reprise/language/names/names.h"
#include "reprise/language/quotes.h"
#include "reprise/language/stem.h"
#include "support/collection.h"
#include "support/figures.h"

namespace reprise::detail {
namespace {

constexpr Language pt = Language::portuguese;

TextUnit unit_of(std::string_view text) {
  TextUnit unit{{}, Field::text, text, tokenize(text), {}};
  add_languages(std::span(&unit, 1), "pt");
  add_sentences(std::span(&unit, 1));
  return unit;
}

Language spoken_in(std::string_view text) {
  return recognise_language(text, tokenize(text));
}

TEST(Portuguese, IsKnownByItsNames) {
  for (const char* name : {"portuguese", "PT", "por"}) {
    EXPECT_EQ(language_of(name), pt) << name;
  }
}

TEST(Portuguese, IsRecognised) {
  EXPECT_EQ(spoken_in("O ministro disse que a balsa não chegou."), pt);
  EXPECT_EQ(spoken_in("A empresa também perdeu pelo menos um terço dos seus clientes."), pt);
  EXPECT_EQ(spoken_in("As autoridades já estão à procura das vítimas."), pt);
}

TEST(Portuguese, IsNotTakenForItsNeighbours) {
  EXPECT_EQ(spoken_in("El ministro dijo que el barco no ha llegado todavía."), Language::spanish);
  EXPECT_EQ(spoken_in("Il ministro ha detto che la nave non è arrivata."), Language::other);
  EXPECT_EQ(spoken_in("The OS of the box, a DOS, was late."), Language::english);
  EXPECT_EQ(spoken_in("DOS, OS/2, COM"), Language::other);
}

TEST(Portuguese, WordsHaveStems) {
  Stemmer stemmer{std::string(stemmer_of(pt))};
  const std::string one(stemmer.stem("governo"));
  EXPECT_EQ(one, stemmer.stem("governos"));
}

TEST(Portuguese, FunctionWordsAndDenials) {
  EXPECT_TRUE(is_function_word("pelo", pt));
  EXPECT_TRUE(is_function_word("não", pt));
  EXPECT_FALSE(is_function_word("balsa", pt));
  EXPECT_TRUE(is_negation("nunca", pt));
  EXPECT_FALSE(is_negation("sempre", pt));
  EXPECT_TRUE(is_lead_in("mas", pt));
}

TEST(Portuguese, Figures) {
  const std::vector<support::FigurePhrase> table = {
      {"3,5 milhões de euros", "3,5 milhões de euros money EUR 3450000..3550000"},
      {"R$ 2 bilhões", "R$ 2 bilhões money BRL 1800000000..2200000000"},
      {"R$ 300 mi", "R$ 300 mi money BRL 270000000..330000000"},
      {"20 por cento", "20 por cento percent % 18..22"},
      {"12,5% dos votos", "12,5% percent % 12.45..12.55 votos"},
      {"mais de 1.200 pessoas", "mais de 1.200 count 1200..* pessoas"},
      {"menos de 40 navios", "menos de 40 count *..40 navios"},
      {"trinta e cinco pessoas", "trinta e cinco count 34.5..35.5 pessoas"},
      {"duzentos e dezoito barcos", "duzentos e dezoito count 217.5..218.5 barcos"},
      {"dois mil e quinhentos dólares", "dois mil e quinhentos dólares money USD 2450..2550"},
      {"três semanas", "três semanas duration day 18.9..23.1"},
      {"em 12 de março de 2031", "12 de março de 2031 date day 22350..22350"},
      {"um terço dos clientes", "um terço ratio 0.3..0.366 clientes"},
      {"entre 5 e 6 milhões de reais", "entre 5 e 6 milhões de reais money BRL 4500000..6500000"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(support::described(text, pt), expected) << text;
  }
}

TEST(Portuguese, WhoSaysIt) {
  const auto said = [](std::string_view text) {
    const TextUnit unit = unit_of(text);
    std::string out;
    for (const Sentence& sentence : unit.sentences) {
      for (const Attribution& a : find_attributions(unit, sentence, pt)) {
        out += (out.empty() ? "" : " | ") + std::string(a.span.in(text)) + " > ";
        out += bytes_of(unit, a.scope).in(text);
      }
    }
    return out;
  };
  EXPECT_EQ(said("A ministra disse que a balsa está atrasada."),
            "A ministra disse > a balsa está atrasada");
  EXPECT_EQ(said("A balsa está atrasada, afirmou Joana Orvik."),
            "afirmou Joana Orvik > A balsa está atrasada");
  EXPECT_EQ(said("Segundo a polícia, a balsa está atrasada."),
            "Segundo a polícia > a balsa está atrasada");
  EXPECT_EQ(said("A balsa supostamente partiu cedo."),
            "supostamente > A balsa supostamente partiu cedo");
}

TEST(Portuguese, WhoDeniesIt) {
  const auto denied = [](std::string_view text) {
    const TextUnit unit = unit_of(text);
    std::string out;
    for (const Sentence& sentence : unit.sentences) {
      for (const Denial& d : find_denials(unit, sentence, pt)) {
        out += (out.empty() ? "" : " | ") + std::string(bytes_of(unit, d.scope).in(text));
      }
    }
    return out;
  };
  EXPECT_EQ(denied("A empresa negou que a balsa fosse antiga."), "a balsa fosse antiga");
  EXPECT_EQ(denied("Não há provas de que a balsa era antiga."), "de que a balsa era antiga");
  EXPECT_EQ(denied("A informação não foi confirmada."), "A informação");
  EXPECT_EQ(denied("A balsa não partiu."), "");
}

TEST(Portuguese, Names) {
  const auto keys = [](std::string_view text) {
    const TextUnit unit = unit_of(text);
    std::string out;
    const auto names = find_names(std::span(&unit, 1), std::span(&pt, 1));
    for (const Name& name : names[0]) {
      out += (out.empty() ? "" : " | ") + name.key;
    }
    return out;
  };
  EXPECT_EQ(keys("Ontem a ministra Joana Orvik falou com o senador Tann."), "joana orvik | tann");
  EXPECT_EQ(keys("O discurso de João da Costa foi curto."), "joão da costa");
  EXPECT_EQ(keys("O governo dos Estados Unidos e o da Alemanha."), "united states | germany");
  EXPECT_EQ(keys("Hoje choveu."), "");
}

TEST(Portuguese, Sentences) {
  const auto sentences = [](std::string_view text) {
    std::vector<std::string> out;
    for (const Sentence& s : split_sentences(text, tokenize(text), pt)) {
      out.emplace_back(s.span.in(text));
    }
    return out;
  };
  using Strings = std::vector<std::string>;
  EXPECT_EQ(sentences("O Sr. Orvik partiu. A Dra. Tann ficou."),
            (Strings{"O Sr. Orvik partiu.", "A Dra. Tann ficou."}));
  EXPECT_EQ(sentences("Vendem pão, leite, etc. O resto falta."),
            (Strings{"Vendem pão, leite, etc.", "O resto falta."}));
}

TEST(Portuguese, Quotations) {
  const std::string text = "Disse «não volto» e “adeus”.";
  const std::vector<Span> found = find_quotations(text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].in(text), "não volto");
  EXPECT_EQ(found[1].in(text), "adeus");
}

TEST(Portuguese, ItsConnectorsAreNoneInOtherLanguages) {
  const std::string text = "Nobody asked what Orvik do Tann said of it.";
  TextUnit unit{{}, Field::text, text, tokenize(text), {}};
  const Language english = Language::english;
  const auto names = find_names(std::span(&unit, 1), std::span(&english, 1))[0];
  EXPECT_EQ(names.size(), 2u);
}

}  // namespace
}  // namespace reprise::detail
