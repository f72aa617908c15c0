#include "app/cli/asking.h"

#include "app/cli/help.h"
#include "models/catalog/answertext.h"

#include <QCoreApplication>
#include <QSet>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// Asks the questions of one form.
class Questioner
{
public:
    Questioner(Form form, const Map &derived, Prompt &prompt, QTextStream &out)
        : m_form(std::move(form))
        , m_derived(derived)
        , m_prompt(prompt)
        , m_out(out)
    {
    }

    Result<Form> ask()
    {
        m_out << text("Enter takes what stands in brackets. Ctrl+C leaves everything as it is.")
              << '\n';
        while (const auto next = nextQuestion()) {
            m_asked.insert(next->path);
            if (auto answered = askOne(*next); !answered)
                return std::unexpected(answered.error());
        }
        return m_form;
    }

private:
    /// The first question that is neither given nor asked; an answer can bring up others.
    std::optional<Parameter> nextQuestion()
    {
        const QList<FormPage> pages = m_form.pages();
        for (qsizetype i = 0; i < pages.size(); ++i) {
            for (const Parameter &parameter : pages.at(i).parameters) {
                if (parameter.isHidden() || parameter.readOnly || m_asked.contains(parameter.path)
                    || m_form.isGiven(parameter.path))
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
        m_page = index;
        m_out << '\n' << printable(page.title);
        if (count > 1)
            m_out << u" (%1/%2)"_s.arg(index + 1).arg(count);
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

    QString label(const Parameter &parameter, const std::optional<Value> &preset) const
    {
        QString label = u"  "_s + printable(parameter.title);
        if (preset && !parameter.isSecret())
            label += u" ["_s + printable(answerText(parameter, *preset)) + u']';
        return label + u": "_s;
    }

    void describe(const Parameter &parameter)
    {
        const QString about
            = parameter.description.isEmpty() ? parameter.help : parameter.description;
        if (!about.isEmpty())
            m_out << "  " << wrapped(printable(about.simplified()), 90, 2) << '\n';
        for (qsizetype i = 0; i < parameter.choices.size(); ++i)
            m_out << "    " << i + 1 << ") " << printable(parameter.choices.at(i).title) << '\n';
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

    /// A choice can be named by its number, unless that is a choice itself.
    Result<Value> valueOf(const Parameter &parameter, const QString &typed) const
    {
        auto value = readAnswer(parameter, typed);
        bool isNumber = false;
        const int number = typed.toInt(&isNumber);
        if (!value && parameter.type == Parameter::Type::Choice && isNumber && number >= 1
            && number <= parameter.choices.size())
            return parameter.choices.at(number - 1).value;
        return value;
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

    Result<> askOne(const Parameter &parameter)
    {
        const std::optional<Value> preset = defaultOf(parameter);
        describe(parameter);
        while (true) {
            const std::optional<QString> typed = read(parameter, preset);
            if (!typed) {
                return failure(
                    {.code = u"cli.input-ended"_s,
                     .message
                     = text("The input ended before every question was answered; nothing was "
                            "written."),
                     .hint = text(
                         "Give answers with --set NAME=VALUE, or take the rest with --defaults.")});
            }
            if (typed->isEmpty() && !preset && !parameter.required)
                return {};
            const auto value
                = typed->isEmpty() && preset ? Result<Value>(*preset) : valueOf(parameter, *typed);
            if (!value) {
                m_out << "  " << printable(value.error().problem.message) << '\n' << Qt::flush;
                continue;
            }
            m_form.setAnswer(parameter.path, *value);
            const auto problem = problemOf(parameter);
            if (!problem)
                return {};
            m_form.removeAnswer(parameter.path);
            m_out << "  " << printable(problem->message) << '\n' << Qt::flush;
        }
    }

    Form m_form;
    Value m_derived;
    Prompt &m_prompt;
    QTextStream &m_out;
    QSet<AnswerPath> m_asked;
    qsizetype m_page = -1;
};

} // namespace

Result<Form> askQuestions(Form form, const Map &derived, Prompt &prompt, QTextStream &out)
{
    return Questioner(std::move(form), derived, prompt, out).ask();
}

} // namespace waymark::cli
