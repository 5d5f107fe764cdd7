// A life as a story: the sentences of a fixed list of events, the choice of people offered, and the names of persons.
#include "study/life.hpp"

#include <gtest/gtest.h>

#include <set>

#include "study/life_story.hpp"
#include "study_support.hpp"

namespace sojourn::study::test {
namespace {

using model::LifeEvent;
using model::LifeNote;

std::uint16_t domestic_work_in_the_gulf() {
  return static_cast<std::uint16_t>(market_of(synthetic_world().base, aaa_gulf, Sector::domestic_work, Sex::women));
}

// One of everything that can befall a woman who is cheated first and comes home with savings.
Life a_life() {
  const std::uint16_t k = domestic_work_in_the_gulf();
  const auto note = [k](std::int32_t year, std::int32_t month, LifeEvent event, double amount = 0, double other = 0,
                        std::uint8_t detail = 0) {
    return LifeNote{Month{year, month}, event, detail, k, to_cents(amount), to_cents(other)};
  };
  return {.person = PersonId{3, 120, 57},
          .origin = aaa,
          .sex = Sex::women,
          .skill = Skill::elementary,
          .birth_year = 1998,
          .notes = {note(2026, 3, LifeEvent::began_to_seek), note(2026, 5, LifeEvent::defrauded, 1200, 800),
                    note(2026, 9, LifeEvent::began_to_seek), note(2026, 10, LifeEvent::accepted, 1500),
                    note(2027, 1, LifeEvent::departed, 1500, 2100), note(2027, 1, LifeEvent::arrived, 240, 300, 1),
                    LifeNote{Month{2027, 1}, LifeEvent::met_employer, 0, k, 1800, 0},
                    note(2027, 1, LifeEvent::budgeted, 100, 10), note(2027, 7, LifeEvent::wage_withheld, 110),
                    note(2027, 7, LifeEvent::complained), note(2027, 11, LifeEvent::case_won, 110),
                    note(2028, 7, LifeEvent::last_instalment, 90), note(2028, 7, LifeEvent::budgeted, 170, 20),
                    note(2029, 1, LifeEvent::contract_renewed, 240), note(2029, 4, LifeEvent::came_home, 0, 0, 7),
                    note(2029, 4, LifeEvent::settled)}};
}

// Sent home: 18 x 100 + 9 x 170 - 100 withheld = 3,230 USD; saved: 18 x 10 + 9 x 20 - 10 withheld + 110 recovered =
// 460.
TEST(LifeStory, TellsEventsInWholeSentences) {
  EXPECT_EQ(life_story(a_life(), synthetic_world().base, Month{2030, 12}),
            R"(3-120-57: a woman of AAA, born in 1998, with little schooling

In March 2026, at the age of 28, she began to look for work abroad: a job in domestic work in
GLF. In May 2026 she paid 1,200 USD for a job that did not exist, 800 USD of it borrowed. The
money was gone and the debt stayed.

In September 2026, aged 28, she looked for work abroad again: a job in domestic work in GLF. In
October 2026 she accepted an offer for 1,500 USD and waited for her papers. In January 2027 she
left for GLF. She had paid 1,500 USD and owed 2,100 USD. She had been promised 300 USD a month;
on arrival she was given another contract, in domestic work, for 240 USD. Her employer was
harsh. She sent home 100 USD a month and put 10 USD aside. In July 2027 the employer did not
pay: she had 110 USD less to send and to save. She lodged a complaint. In November 2027 the case
was decided for her and she was paid 110 USD. In July 2028 she paid the last instalment of her
debt. From July 2028 on she sent home 170 USD a month and put 20 USD aside. In January 2029 the
contract ended and was renewed, at 240 USD a month. In April 2029, after two years and three
months in GLF, the contract ended and she came home by her own choice. She had sent home 3,230
USD and brought 460 USD of savings. She stayed at home for good.
)");
}

TEST(LifeStory, SpeaksOfAManAsAManAndOfWhoNeverActed) {
  Life life = a_life();
  life.sex = Sex::men;
  const std::string story = life_story(life, synthetic_world().base, Month{2030, 12});
  for (const char* word : {" she ", " her ", "She ", "Her "}) EXPECT_EQ(story.find(word), std::string::npos) << word;
  life.notes.clear();
  EXPECT_NE(life_story(life, synthetic_world().base, Month{2030, 12}).find("he never looked for work abroad"),
            std::string::npos);
}

TEST(LifeStory, HasASentenceForEveryEvent) {
  for (std::size_t e = 0; e < model::life_event_names.size(); ++e) {
    Life life = a_life();
    life.notes = {{Month{2026, 1}, static_cast<LifeEvent>(e), 0, domestic_work_in_the_gulf(), 100, 0}};
    const std::string story = life_story(life, synthetic_world().base, Month{2026, 12});
    life.notes.clear();
    const std::string none = life_story(life, synthetic_world().base, Month{2026, 12});
    const std::string told = story.substr(story.find("\n\n") + 2);
    EXPECT_FALSE(told.starts_with("When this account ends") || told.starts_with("\n") ||
                 told == none.substr(none.find("\n\n") + 2))
        << model::life_event_names[e] << ": " << story;
  }
}

TEST(LifeStory, FitsOneLine) {
  EXPECT_EQ(life_in_a_line(a_life(), synthetic_world().base), "AAA, woman, born 1998, one journey: GLF");
}

TEST(PersonText, IsReadBackAndNothingElseIs) {
  const PersonId person{3, 1204, 4'000'000'000};
  EXPECT_EQ(person_text(person), "3-1204-4000000000");
  EXPECT_EQ(parse_person(person_text(person)), person);
  for (const char* text :
       {"", "3", "3-4", "3-4-", "3-4-5-6", "3-4-5 ", "-3-4-5", "3-65536-1", "a-b-c", "3-4-4294967296"}) {
    EXPECT_EQ(parse_person(text), std::nullopt) << text;
  }
}

TEST(RunLives, OffersReturnedPeopleOfEveryOriginAndTellsEachAgainAlone) {
  Study study = small_study(1);
  study.scale = 400;
  const World& world = synthetic_world();
  const std::vector<Life> sample =
      run_lives(study, world.base, world.fitted, {.persons = {}, .threads = 2, .on_progress = {}});
  const std::vector<Life> offered = varied_lives(sample, 6);
  ASSERT_EQ(offered.size(), 6U);
  std::set<OriginId> origins;
  std::set<Sex> sexes;
  for (const Life& life : offered) {
    origins.insert(life.origin);
    sexes.insert(life.sex);
    EXPECT_EQ(std::ranges::count(life.notes, LifeEvent::came_home, &LifeNote::event) > 0, true);
  }
  EXPECT_EQ(origins.size(), 3U);
  EXPECT_EQ(sexes.size(), 2U);
  const std::vector<Life> alone =
      run_lives(study, world.base, world.fitted, {.persons = {offered[2].person}, .threads = 1, .on_progress = {}});
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_TRUE(alone[0].notes == offered[2].notes);
  EXPECT_THROW(
      (void)run_lives(study, world.base, world.fitted, {.persons = {PersonId{9, 9, 4'000'000'000}}, .on_progress = {}}),
      std::invalid_argument);
}

}  // namespace
}  // namespace sojourn::study::test
