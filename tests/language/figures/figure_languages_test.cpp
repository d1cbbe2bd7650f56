// Figures of German, French, Spanish, and of languages whose words we don't know.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reprise/language/pack.h"
#include "support/figures.h"

namespace reprise::detail {
namespace {

void expect_all(Language language, const std::vector<support::FigurePhrase>& phrases) {
  for (const auto& p : phrases) {
    EXPECT_EQ(support::described(p.text, language), p.expected) << p.text;
  }
}

TEST(FigureLanguages, German) {
  expect_all(
      Language::german,
      {{"Es kostete 5,6 Millionen Dollar.",
        "5,6 Millionen Dollar money USD 5550000..5650000 kostete"},
       {"1.200 Chips", "1.200 count 1150..1250 chips"},
       {"6,5 Mrd. Euro, 6 Mio. Nvidia-Chips",
        "6,5 Mrd. Euro money EUR 6450000000..6550000000 | 6 Mio count 5500000..6500000 chips"},
       {"rund 1 200 000 €", "rund 1 200 000 € money EUR 1080000..1320000"},
       {"zweitausend Menschen", "zweitausend count 1800..2200 menschen"},
       {"fünfundvierzig Prozent", "fünfundvierzig Prozent percent % 44.5..45.5"},
       {"fast 1,5 Billionen Dollar",
        "fast 1,5 Billionen Dollar money USD 1350000000000..1500000000000"},
       {"mehr als 50.000 Chips", "mehr als 50.000 count 50000..* chips"},
       {"weniger als 2.000 Chips", "weniger als 2.000 count *..2000 chips"},
       {"mindestens 155 Menschen", "mindestens 155 count 155..* menschen"},
       {"Die Aktie fiel um 17 Prozent.", "17 Prozent percent % 16.5..17.5 fiel"},
       {"Ein Budget von nur 6 Millionen Dollar",
        "6 Millionen Dollar money USD 5500000..6500000 budget"},
       {"90 Prozent der Leistung", "90 Prozent percent % 85..95 leistung"},
       {"am 21. Januar 2025, im Januar",
        "21. Januar 2025 date day 20109..20109 | Januar date month-day 1..31"},
       {"der 21. Kongress", ""},
       {"21.01.2025", "21.01.2025 date day 20109..20109"},
       {"zwischen 5 und 6 Millionen Euro",
        "zwischen 5 und 6 Millionen Euro money EUR 4500000..6500000"},
       {"von 5 bis 6 Tagen", "5 bis 6 Tagen duration day 4.5..6.5"},
       {"ein Drittel der Mitarbeiter", "ein Drittel ratio 0.3..0.366 mitarbeiter"},
       {"doppelt so viele, ein Bruchteil der Kosten",
        "doppelt ratio 1.8..2.2 | ein Bruchteil ratio *..1 kosten"},
       {"eine halbe Million", "eine halbe Million count 450000..550000"},
       {"anderthalb Millionen Euro", "anderthalb Millionen Euro money EUR 1350000..1650000"},
       {"Zehntausende Chips", "Zehntausende count 10000..* chips"},
       {"Milliarden von Dollar", "Milliarden von Dollar money USD 1000000000..*"},
       {"ein Jahrzehnt, ein Jahr", "ein Jahrzehnt duration year 9..11"},
       {"Der Turm ist 6m hoch.", ""},
       {"Der Schaden liegt bei 6 Millionen Euro",
        "6 Millionen Euro money EUR 5500000..6500000 schaden"},
       {"Sie liegt bei 300, 36 Grad", "300 count 270..330 | 36 count 35.5..36.5"},
       {"50 oder 60 Menschen", "50 oder 60 count 45..65 menschen"}});
}

TEST(FigureLanguages, GermanNumbersInOneWord) {
  const auto number_in_one_word = pack_of(Language::german).figures.number_in_one_word;
  struct Row {
    std::string word;
    double value;  // 0: none
  };
  for (const Row& r : std::vector<Row>{{"zweitausend", 2000},
                                       {"zweihundertfünfundzwanzig", 225},
                                       {"einundzwanzig", 21},
                                       {"siebenundneunzig", 97},
                                       {"hundertzwanzig", 120},
                                       {"dreitausendvierhundertsechs", 3406},
                                       {"zweihunderttausend", 200000},
                                       {"tausendfach", 0},
                                       {"hunderte", 0},
                                       {"jahrhundert", 0},
                                       {"leipzig", 0},
                                       {"undzwanzig", 0},
                                       {"tausendtausend", 0}}) {
    EXPECT_EQ(number_in_one_word(r.word).value_or(0), r.value) << r.word;
  }
}

TEST(FigureLanguages, French) {
  expect_all(Language::french,
             {{"Le modèle a coûté 5,6 millions de dollars.",
               "5,6 millions de dollars money USD 5550000..5650000 coûté"},
              {"deux mille puces", "deux mille count 1800..2200 puces"},
              {"six millions d'euros", "six millions d'euros money EUR 5500000..6500000"},
              {"1 200 000 €, 1\u00A0200 puces",
               "1 200 000 € money EUR 1150000..1250000 | 1\u00A0200 count 1150..1250 puces"},
              {"6,5 Md€, 6 M€",
               "6,5 Md€ money EUR 6450000000..6550000000 | 6 M€ money EUR 5500000..6500000"},
              {"17 %, dix pour cent", "17 % percent % 16.5..17.5 | dix pour cent percent % 9..11"},
              {"près de 1 500 milliards de dollars",
               "près de 1 500 milliards de dollars money USD 1350000000000..1500000000000"},
              {"plus de 50 000 puces", "plus de 50 000 count 50000..* puces"},
              {"moins de 2 000 puces", "moins de 2 000 count *..2000 puces"},
              {"environ 90 % des utilisateurs", "environ 90 % percent % 81..99 utilisateurs"},
              {"L'action a chuté de 17 %", "17 % percent % 16.5..17.5 chuté"},
              {"un budget de seulement 6 millions de dollars",
               "6 millions de dollars money USD 5500000..6500000 budget"},
              {"le 21 janvier 2025, le 1er mars",
               "21 janvier 2025 date day 20109..20109 | 1er mars date month-day 61..61"},
              {"entre 5 et 6 millions d'euros",
               "entre 5 et 6 millions d'euros money EUR 4500000..6500000"},
              {"de 5 à 6 jours", "5 à 6 jours duration day 4.5..6.5"},
              {"quatre-vingt-dix-sept, soixante et onze, vingt et un",
               "quatre-vingt-dix-sept count 96.5..97.5 | soixante et onze count 70.5..71.5 | vingt "
               "et un count 20.5..21.5"},
              {"un tiers des employés, deux tiers",
               "un tiers ratio 0.3..0.366 employés | deux tiers ratio 0.6..0.733"},
              {"trois fois plus", "trois fois ratio 2.7..3.3"},
              {"deux millions et demi de dollars",
               "deux millions et demi de dollars money USD 2250000..2750000"},
              {"plusieurs centaines de personnes", "plusieurs centaines count 200..1000 personnes"},
              {"8 milliards de dollars d'actifs",
               "8 milliards de dollars money USD 7500000000..8500000000 actifs"},
              {"les pertes s'élèvent à 300, elles s'élèvent à 300",
               "300 count 270..330 pertes | 300 count 270..330"},
              {"les dégâts sont estimés à 6 millions d'euros",
               "6 millions d'euros money EUR 5500000..6500000 dégâts"},
              {"un homme et une femme", ""}});
}

TEST(FigureLanguages, BlanksOfEveryWidthReadAsABlank) {
  const std::string text = "Le prix, 1,2_milliard d'euros, 5_% de_3:45_PM, ~ 6_€ et M._Jean";
  const auto with = [&](std::string_view blank) {
    std::string out;
    for (const char c : text) {
      out += c == '_' ? blank : std::string_view(&c, 1);
    }
    return out;
  };
  const auto expected = support::figures_in(with(" "), Language::french);
  ASSERT_GE(expected.size(), 3u);
  for (const std::string_view blank :
       {"\u00A0", "\u202F", "\u2007", "\u2009", "\u3000", "\u205F"}) {
    const auto figures = support::figures_in(with(blank), Language::french);
    ASSERT_EQ(figures.size(), expected.size()) << with(blank);
    for (size_t i = 0; i < figures.size(); ++i) {
      EXPECT_EQ(figures[i].low, expected[i].low);
      EXPECT_EQ(figures[i].unit, expected[i].unit);
      EXPECT_EQ(figures[i].of, expected[i].of);
    }
  }
}

TEST(FigureLanguages, Spanish) {
  expect_all(Language::spanish,
             {{"El modelo costó 5,6 millones de dólares.",
               "5,6 millones de dólares money USD 5550000..5650000 costó"},
              {"dos mil chips", "dos mil count 1800..2200 chips"},
              {"seis millones de dólares", "seis millones de dólares money USD 5500000..6500000"},
              {"1.200.000 €, 6 mil millones de euros",
               "1.200.000 € money EUR 1150000..1250000 | 6 mil millones de euros money EUR "
               "5500000000..6500000000"},
              {"diez por ciento", "diez por ciento percent % 9..11"},
              {"casi 1,5 billones de dólares",
               "casi 1,5 billones de dólares money USD 1350000000000..1500000000000"},
              {"más de 50.000 chips, menos de 2.000 chips",
               "más de 50.000 count 50000..* chips | menos de 2.000 count *..2000 chips"},
              {"al menos 155 personas", "al menos 155 count 155..* personas"},
              {"unos 90.000 usuarios", "unos 90.000 count 81000..99000 usuarios"},
              {"Las acciones cayeron un 17%", "17% percent % 16.5..17.5 cayeron"},
              {"un presupuesto de solo 6 millones de dólares",
               "6 millones de dólares money USD 5500000..6500000 presupuesto"},
              {"el 21 de enero de 2025, en enero",
               "21 de enero de 2025 date day 20109..20109 | enero date month-day 1..31"},
              {"entre 5 y 6 millones de euros",
               "entre 5 y 6 millones de euros money EUR 4500000..6500000"},
              {"treinta y uno, ciento veinte, doscientos cincuenta mil",
               "treinta y uno count 30.5..31.5 | ciento veinte count 115..125 | doscientos "
               "cincuenta mil count "
               "245000..255000"},
              {"un tercio de los empleados, uno de cada cinco",
               "un tercio ratio 0.3..0.366 empleados | uno de cada cinco ratio 0.18..0.22"},
              {"medio millón, dos millones y medio de dólares",
               "medio millón count 450000..550000 | dos millones y medio de dólares money USD "
               "2250000..2750000"},
              {"decenas de miles de millones de dólares",
               "decenas de miles de millones de dólares money USD 10000000000..*"},
              {"varios cientos, miles de personas",
               "varios cientos count 200..1000 | miles count 1000..* personas"},
              {"los daños se estiman en 6 millones, se estiman en 300",
               "6 millones count 5500000..6500000 daños | 300 count 270..330"},
              {"una mujer y un hombre", ""}});
}

TEST(FigureLanguages, OfOtherLanguagesNumeralsAndSigns) {
  expect_all(Language::other,
             {{"Het kostte $6 miljoen of 17% van 2,000",
               "$6 money USD 5.5..6.5 | 17% percent % "
               "16.5..17.5 | 2,000 count 1800..2200"},
              {"six million dollars", ""},
              {"他有6万元和3亿人", "6万 count 55000..65000 | 3亿 count 270000000..330000000"}});
}

}  // namespace
}  // namespace reprise::detail
