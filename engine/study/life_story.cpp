#include "study/life_story.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <sstream>
#include <vector>

#include "study/life_sentences.hpp"

namespace sojourn::study {
namespace {

using model::LifeNote;

struct Pronouns {
  std::string_view subject_cap, subject, object, their_cap, their, noun;
};
constexpr std::array<Pronouns, 2> pronouns{Pronouns{"She", "she", "her", "Her", "her", "woman"},
                                           Pronouns{"He", "he", "him", "His", "his", "man"}};

constexpr std::array<std::string_view, sector_count> work_words{
    "in domestic work",          "in care or health", "in construction", "in a factory",
    "in agriculture or fishing", "in services",       "in transport",    "as a professional"};
constexpr std::array<std::string_view, skill_count> skill_words{"little schooling", "a middle level of skill",
                                                                "a high level of skill"};

std::string month_text(Month month) {
  static constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  return fmt::format("{} {}", names[static_cast<std::size_t>(month.of_year() - 1)], month.year());
}

/// Whole dollars, thousands separated.
std::string dollars(Cents cents) {
  std::string digits = std::to_string(std::llabs((std::llabs(cents) + 50) / 100));
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
    digits.insert(static_cast<std::size_t>(place), ",");
  return digits;
}

std::string number_word(std::size_t number) {
  static constexpr std::array<std::string_view, 10> words{"no",   "one", "two",   "three", "four",
                                                          "five", "six", "seven", "eight", "nine"};
  return number < words.size() ? std::string{words[number]} : std::to_string(number);
}

std::string duration(std::int32_t months) {
  const auto part = [](std::int32_t n, std::string_view one) {
    return fmt::format("{} {}{}", number_word(static_cast<std::size_t>(n)), one, n == 1 ? "" : "s");
  };
  if (months < 12) return part(std::max(1, months), "month");
  return months % 12 == 0 ? part(months / 12, "year")
                          : fmt::format("{} and {}", part(months / 12, "year"), part(months % 12, "month"));
}

/// A country as it stands in a sentence.
std::string in_a_sentence(const std::string& name) {
  static const std::set<std::string_view> with_article{
      "Philippines",    "United Arab Emirates",     "Maldives",         "Netherlands",
      "United Kingdom", "United States of America", "Republic of Korea"};
  return with_article.contains(name) ? "the " + name : name;
}

/// The country that an event is about; ships and the remainder of the world are no countries.
std::string place_of(const LifeNote& note, const model::BaseYear& base) {
  if (note.market >= base.markets.size()) return "another country";
  const model::Destination& place = base.destination(base.corridor(base.markets[note.market].corridor).destination);
  if (place.region == "sea") return "ships at sea";
  return place.code == "ROW" ? "another country" : place.name;
}
std::string in_place(const std::string& place) {
  return place == "ships at sea" ? "on " + place : "in " + in_a_sentence(place);
}

std::string_view work_of(const LifeNote& note, const model::BaseYear& base) {
  return note.market < base.markets.size() ? work_words[index(base.markets[note.market].sector)] : "at some work";
}

/// Tells the events of one life in their order and keeps what adds up between them.
class Teller {
 public:
  Teller(const Life& life, const model::BaseYear& base, std::size_t width)
      : life_{life}, base_{base}, who_{pronouns[index(life.sex)]}, width_{width} {}

  std::string tell(Month end) {
    for (const LifeNote& note : life_.notes) {
      if (note.event == LifeEvent::began_to_seek && !paragraph_.empty()) close();
      keep_before(note);
      for (const Sentence& sentence : sentences) {
        if (sentence.event != note.event || !fits(sentence.form, note)) continue;
        say(fill(sentence.text, note));
        break;
      }
      keep_after(note);
    }
    say(closing(end));
    close();
    return text_;
  }

 private:
  [[nodiscard]] bool fits(If form, const LifeNote& note) const {
    switch (form) {
      case If::always:
        return true;
      case If::first:
        return told_[static_cast<std::size_t>(note.event)] == 0;
      case If::again:
        return told_[static_cast<std::size_t>(note.event)] > 0;
      case If::no_money:
        return note.amount <= 0;
      case If::money:
        return note.amount > 0;
      case If::no_other:
        return note.other <= 0;
      case If::other:
        return note.other > 0;
      case If::kept:
        return note.detail == 0 && note.amount >= note.other;
      case If::cut:
        return note.detail != 0 || note.amount < note.other;
      case If::good:
        return note.amount < 400;
      case If::plain:
        return note.amount >= 400 && note.amount <= 1500;
      case If::bad:
        return note.amount > 1500;
      case If::plain_detail:
        return note.detail == 0;
      default:
        return note.detail == static_cast<std::uint8_t>(form) - static_cast<std::uint8_t>(If::reason_0);
    }
  }

  [[nodiscard]] std::string fill(std::string_view text, const LifeNote& note) const {
    const std::int32_t stay = note.month.count() - arrived_;
    const std::string place = place_of(note, base_);
    const Month since =
        note.event == LifeEvent::abroad_at_start ? Month{static_cast<std::int32_t>(note.other)} : note.month;
    using fmt::arg;
    return fmt::format(
        fmt::runtime(text), arg("month", month_text(note.month)), arg("age", note.month.year() - life_.birth_year),
        arg("She", who_.subject_cap), arg("she", who_.subject), arg("them", who_.object), arg("Their", who_.their_cap),
        arg("their", who_.their), arg("in_place", in_place(place)), arg("to_place", in_a_sentence(place)),
        arg("at_work", work_of(note, base_)), arg("amount", dollars(note.amount)), arg("other", dollars(note.other)),
        arg("months", duration(stay)), arg("since", month_text(since)));
  }

  void keep_before(const LifeNote& note) {
    if (note.event == LifeEvent::came_home || note.event == LifeEvent::died) add_up(note.month);
  }

  void keep_after(const LifeNote& note) {
    ++told_[static_cast<std::size_t>(note.event)];
    switch (note.event) {
      case LifeEvent::abroad_at_start:
      case LifeEvent::arrived:
      case LifeEvent::went_back_to_job:
        arrived_ = note.event != LifeEvent::abroad_at_start ? note.month.count() : static_cast<std::int32_t>(note.other);
        counted_from_ = note.month.count();
        sent_ = saved_ = monthly_sent_ = monthly_saved_ = 0;
        from_start_ = note.event == LifeEvent::abroad_at_start;
        for (const LifeEvent fresh : {LifeEvent::budgeted, LifeEvent::wage_withheld, LifeEvent::late_pay, LifeEvent::long_hours,
                                      LifeEvent::threatened, LifeEvent::beaten}) {
          told_[static_cast<std::size_t>(fresh)] = 0;
        }
        where_ = Where::abroad;
        break;
      case LifeEvent::budgeted:
        add_up(note.month);
        monthly_sent_ = note.amount;
        monthly_saved_ = note.other;
        break;
      case LifeEvent::wage_withheld:
        withhold(note.amount);
        break;
      case LifeEvent::case_won:
        saved_ += note.amount;
        break;
      case LifeEvent::began_to_seek:
        where_ = Where::seeking;
        break;
      case LifeEvent::accepted:
      case LifeEvent::on_the_way_at_start:
        where_ = Where::waiting;
        break;
      case LifeEvent::came_home:
        say(account_of_the_stay(note));
        where_ = Where::home;
        break;
      case LifeEvent::died:
        where_ = Where::dead;
        break;
      case LifeEvent::settled:
      case LifeEvent::back_to_old_life:
        where_ = Where::settled;
        break;
      case LifeEvent::gave_up:
      case LifeEvent::could_not_pay:
      case LifeEvent::refused:
      case LifeEvent::defrauded:
      case LifeEvent::dropped_out:
      case LifeEvent::home_at_start:
        where_ = Where::home;
        break;
      default:
        break;
    }
  }

  /// Money of the months since the last change of the budget.
  void add_up(Month now) {
    const std::int32_t months = std::max(0, now.count() - counted_from_);
    sent_ += months * monthly_sent_;
    saved_ += months * monthly_saved_;
    counted_from_ = now.count();
  }
  void withhold(Cents amount) {
    const Cents both = monthly_sent_ + monthly_saved_;
    const Cents of_sent = both > 0 ? amount * monthly_sent_ / both : 0;
    sent_ -= of_sent;
    saved_ -= amount - of_sent;
  }

  [[nodiscard]] std::string account_of_the_stay(const LifeNote& home) const {
    std::string text =
        fmt::format("{}{} had sent home {} USD and brought {} USD of savings",
                    from_start_ ? "Since the account began " : "", from_start_ ? who_.subject : who_.subject_cap,
                    dollars(std::max<Cents>(0, sent_)), dollars(std::max<Cents>(0, saved_)));
    if (home.other > 0) text += fmt::format(", and still owed {} USD", dollars(home.other));
    text += ".";
    if (home.amount > 0)
      text += fmt::format(" {} USD of wages were never paid to {}.", dollars(home.amount), who_.object);
    return text;
  }

  [[nodiscard]] std::string closing(Month end) const {
    switch (where_) {
      case Where::abroad:
        return fmt::format("When this account ends, in {}, {} is still there.", month_text(end), who_.subject);
      case Where::seeking:
        return fmt::format("When this account ends, in {}, {} is still looking.", month_text(end), who_.subject);
      case Where::waiting:
        return fmt::format("When this account ends, in {}, {} is about to leave.", month_text(end), who_.subject);
      case Where::home:
        return fmt::format("When this account ends, in {}, {} is at home.", month_text(end), who_.subject);
      case Where::nowhere:
        return fmt::format("Until {}, when this account ends, {} never looked for work abroad.", month_text(end),
                           who_.subject);
      default:
        return "";
    }
  }

  void say(const std::string& sentence) {
    std::istringstream words{sentence};
    for (std::string word; words >> word;) {
      if (line_ + word.size() + 1 > width_ && line_ > 0) {
        paragraph_ += "\n";
        line_ = 0;
      }
      if (line_ > 0) paragraph_ += " ";
      line_ += word.size() + (line_ > 0 ? 1 : 0);
      paragraph_ += word;
    }
  }
  void close() {
    text_ += "\n" + paragraph_ + "\n";
    paragraph_.clear();
    line_ = 0;
  }

  enum class Where { nowhere, seeking, waiting, abroad, home, settled, dead };
  const Life& life_;
  const model::BaseYear& base_;
  const Pronouns& who_;
  std::size_t width_;
  std::string text_, paragraph_;
  std::size_t line_ = 0;
  Where where_ = Where::nowhere;
  std::int32_t arrived_ = 0, counted_from_ = 0;
  Cents sent_ = 0, saved_ = 0, monthly_sent_ = 0, monthly_saved_ = 0;
  bool from_start_ = false;
  std::array<int, model::life_event_names.size()> told_{};
};

}  // namespace

std::string life_story(const Life& life, const model::BaseYear& base, Month end, std::size_t width) {
  const std::string heading =
      fmt::format("{}: a {} of {}, born in {}, with {}", person_text(life.person), pronouns[index(life.sex)].noun,
                  in_a_sentence(base.origin(life.origin).name), life.birth_year, skill_words[index(life.skill)]);
  return heading + "\n" + Teller{life, base, width}.tell(end);
}

std::string life_in_a_line(const Life& life, const model::BaseYear& base) {
  std::vector<std::string> places;
  for (const LifeNote& note : life.notes) {
    if (note.event == LifeEvent::arrived || note.event == LifeEvent::abroad_at_start)
      places.push_back(place_of(note, base));
  }
  return fmt::format("{}, {}, born {}, {} journey{}{}{}", base.origin(life.origin).name, pronouns[index(life.sex)].noun,
                     life.birth_year, number_word(places.size()), places.size() == 1 ? "" : "s",
                     places.empty() ? "" : ": ", fmt::join(places, ", "));
}

}  // namespace sojourn::study
