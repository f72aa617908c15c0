#include "app/cli/asking.h"

#include "app/cli/help.h"
#include "app/cli/parameterfacts.h"
#include "app/cli/questions.h"

#include <QCoreApplication>
#include <QSet>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int widestText = 90;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// Asks the questions of one form.
class Questioner
{
public:
    Questioner(Form &form, const Map &derived, const Template &definition,
               const Surroundings &surroundings, Reporter &reporter)
        : m_form(form)
        , m_given(m_form.given())
        , m_derived(derived)
        , m_definition(definition)
        , m_prompt(*surroundings.prompt)
        , m_out(reporter.talk())
        , m_stop(surroundings.stop)
        , m_reporter(reporter)
    {
    }

    Result<> ask()
    {
        while (const auto next = nextQuestion()) {
            m_asked.insert(next->path);
            if (auto answered = askOne(*next); !answered)
                return std::unexpected(answered.error());
        }
        return {};
    }

private:
    /// The first question that is neither given nor asked; an answer can bring up others.
    std::optional<Parameter> nextQuestion()
    {
        const QList<FormPage> pages = m_form.pages();
        for (qsizetype i = 0; i < pages.size(); ++i) {
            for (const Parameter &parameter : questionsIn(pages.at(i).parameters)) {
                if (m_asked.contains(parameter.path) || valueAt(m_given, parameter.path))
                    continue;
                introduce(pages.at(i), i, pages.size());
                return parameter;
            }
        }
        return std::nullopt;
    }

    void introduce(const FormPage &page, qsizetype index, qsizetype count)
    {
        if (m_page == index)
            return;
        if (m_page < 0)
            m_out << wrapped(
                text("Enter takes what stands in brackets, ? explains a question. Ctrl+C leaves "
                     "everything as it is."),
                width(), 0)
                  << '\n';
        m_page = index;
        m_isFirst = true;
        m_out << '\n' << m_reporter.bold(printable(page.title));
        if (count > 1)
            m_out << m_reporter.dim(u" (%1/%2)"_s.arg(index + 1).arg(count));
        m_out << '\n';
    }

    /// What Enter gives; nothing where there is no default.
    std::optional<Value> defaultOf(const Parameter &parameter) const
    {
        const Value defaults = m_form.answers();
        if (const Value *value = valueAt(defaults, parameter.path); value && !value->isNull())
            return *value;
        if (const Value *value = valueAt(m_derived, parameter.path))
            return *value;
        return std::nullopt;
    }

    /// Its title behind those of the groups that it is in: "Database: Kind".
    QString titleOf(const Parameter &parameter) const
    {
        QStringList titles;
        for (qsizetype depth = 1; depth < parameter.path.size(); ++depth) {
            if (const auto group = m_form.schema().parameter(parameter.path.first(depth)))
                titles += group->title;
        }
        titles += parameter.title;
        return titles.join(u": "_s);
    }

    QString label(const Parameter &parameter, const std::optional<Value> &preset) const
    {
        QString label = u"  "_s + printable(titleOf(parameter));
        if (!parameter.unit().isEmpty())
            label += u" ("_s + printable(parameter.unit()) + u')';
        const QString shown
            = preset && !parameter.isSecret() ? presetText(parameter, *preset) : QString();
        const bool isList = preset && preset->toList() && shown.startsWith(u'[');
        const bool isBlank
            = parameter.isSecret() ? !preset : shown.isEmpty() || shown == u"[]" || shown == u"{}";
        if (isBlank && !parameter.required)
            label += u" ("_s + text("optional") + u')';
        else if (!shown.isEmpty() && !isBlank)
            label += isList ? u' ' + printable(shown) : u" ["_s + printable(shown) + u']';
        return label + u": "_s;
    }

    int width() const { return std::clamp(m_prompt.columns() - 1, 20, widestText); }

    /// Says `about` behind two blanks, as wide as the terminal allows.
    void say(const QString &about, bool isDim)
    {
        const QString said = wrapped(printable(about.simplified()), width() - 2, 2);
        m_out << "  " << (isDim ? m_reporter.dim(said) : said) << '\n';
    }

    void describe(const Parameter &parameter)
    {
        if (!m_isFirst)
            m_out << '\n';
        m_isFirst = false;
        const QString about
            = parameter.description.isEmpty() ? parameter.help : parameter.description;
        if (!about.isEmpty())
            say(about, true);
        for (qsizetype i = 0; i < parameter.choices.size(); ++i)
            m_out << "    " << i + 1 << ") " << printable(parameter.choices.at(i).title) << '\n';
        if (const QString notation = notationOf(parameter); !notation.isEmpty())
            say(notation, true);
        if (parameter.isSecret())
            say(text("What you type is not shown."), true);
        m_out.flush();
    }

    /// What there is to know of `parameter` before it is answered.
    void explain(const Parameter &parameter)
    {
        const auto golden = goldenOf(parameter, m_definition);
        QStringList facts{parameter.description, parameter.help,
                          limitsInWords(parameter).join(u", "_s),
                          golden ? goldenInWords(*golden) : QString()};
        facts.removeAll(QString());
        if (facts.isEmpty())
            facts += text("The template says no more of it.");
        for (const QString &fact : std::as_const(facts))
            say(fact, true);
        m_out.flush();
    }

    void refuse(const Problem &problem)
    {
        say(problem.hint.isEmpty() ? problem.message : problem.message + u' ' + problem.hint,
            false);
        m_out.flush();
    }

    std::optional<QString> read(const Parameter &parameter, const std::optional<Value> &preset)
    {
        if (parameter.isSecret())
            return m_prompt.hidden(label(parameter, preset));
        QStringList suggestions;
        for (const ParameterChoice &choice : parameter.choices)
            suggestions += choice.title;
        return m_prompt.line(label(parameter, preset), suggestions);
    }

    /// What is wrong with the answer to `parameter`, if something is.
    std::optional<Problem> problemOf(const Parameter &parameter) const
    {
        const QList<AnswerProblem> problems = m_form.problems();
        const auto found = std::ranges::find_if(problems, [&](const AnswerProblem &problem) {
            return problem.path.first(std::min(problem.path.size(), parameter.path.size()))
                == parameter.path;
        });
        if (found == problems.end())
            return std::nullopt;
        return found->problem;
    }

    Error ended() const
    {
        if (m_stop.stop_requested())
            return {{.code = u"cli.interrupted"_s,
                     .message = text("Interrupted; nothing was written.")}};
        return {{.code = u"cli.input-ended"_s,
                 .message
                 = text("The input ended before every question was answered; nothing was written."),
                 .hint
                 = text("Give answers with --set NAME=VALUE, or take the rest with --defaults.")}};
    }

    Result<> askOne(const Parameter &parameter)
    {
        const std::optional<Value> preset = defaultOf(parameter);
        describe(parameter);
        while (true) {
            const std::optional<QString> typed = read(parameter, preset);
            if (!typed)
                return std::unexpected(ended());
            if (*typed == u"?" && !parameter.isSecret()) {
                explain(parameter);
                continue;
            }
            if (typed->isEmpty() && !preset && !parameter.required)
                return {};
            const auto value = typed->isEmpty() && preset ? Result<Value>(*preset)
                                                          : typedAnswer(parameter, *typed);
            if (!value) {
                refuse(value.error().problem);
                continue;
            }
            m_form.setAnswer(parameter.path, *value);
            const auto problem = problemOf(parameter);
            if (!problem)
                return {};
            m_form.removeAnswer(parameter.path);
            refuse(*problem);
        }
    }

    Form &m_form;
    Value m_given; // before anything was asked: an answer to one of a group fills in the others
    Value m_derived;
    const Template &m_definition;
    Prompt &m_prompt;
    QTextStream &m_out;
    std::stop_token m_stop;
    Reporter &m_reporter;
    QSet<AnswerPath> m_asked;
    qsizetype m_page = -1;
    bool m_isFirst = true; // of the page
};

} // namespace

Result<> askQuestions(Form &form, const Map &derived, const Template &definition,
                      const Surroundings &surroundings, Reporter &reporter)
{
    return Questioner(form, derived, definition, surroundings, reporter).ask();
}

} // namespace waymark::cli
