#include "app/cli/parameterview.h"

#include "app/cli/help.h"
#include "app/cli/parameterfacts.h"
#include "models/base/json.h"
#include "models/catalog/answertext.h"
#include "models/catalog/cookiecuttersettings.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int textWidth = 92;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// The parameters inside `parameter`: of a group, or of each item of a list.
QList<Parameter> innerOf(const Parameter &parameter)
{
    return parameter.items.isEmpty() ? parameter.members : parameter.items.constFirst().members;
}

/// What the template computes the default of `parameter` from; empty: it is as it stands.
QString expressionOf(const Parameter &parameter, const Template &definition)
{
    QString raw;
    if (definition.cookiecutter) {
        const CookiecutterSettings *used = usedTemplate(*definition.cookiecutter, {});
        raw = used ? used->variables.value(parameter.name).textOr() : QString();
    } else if (definition.copier) {
        raw = parameter.defaultValue->textOr();
    }
    const QStringList tags{u"{{"_s, u"{%"_s, u"[["_s, u"[%"_s};
    const bool isExpression
        = std::ranges::any_of(tags, [&](const QString &tag) { return raw.contains(tag); });
    return isExpression ? raw : QString();
}

/// The first line of `text`.
QString inOneLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf(u'\n');
    return end < 0 ? trimmed : trimmed.first(end).trimmed() + u" …"_s;
}

QString defaultOf(const Parameter &parameter, const Template &definition, bool isVerbose)
{
    const QString expression = expressionOf(parameter, definition);
    if (!expression.isEmpty() && !isVerbose)
        return text("default computed");
    const QString shown
        = expression.isEmpty() ? answerText(parameter, *parameter.defaultValue) : expression;
    return text("default %1").arg(printable(inOneLine(shown)));
}

/// What an answer has to match: in the template's words, and as it is checked where those are
/// missing or more is to be said.
QString patternOf(const Parameter::Limits &limits, bool isVerbose)
{
    QStringList lines;
    if (!limits.pattern.isEmpty() && !limits.patternWords.isEmpty())
        lines += limits.patternWords.simplified();
    if (!limits.pattern.isEmpty() && (isVerbose || lines.isEmpty()))
        lines += text("Matches: %1").arg(limits.pattern);
    return lines.join(u' ');
}

QString factsOf(const Parameter &parameter, const Template &definition, bool isVerbose)
{
    QStringList facts{typeName(parameter.type)};
    if (!parameter.items.isEmpty())
        facts.last() += u" of "_s + typeName(parameter.items.constFirst().type);
    if (parameter.required && !parameter.defaultValue)
        facts += text("needed");
    facts += limitsInWords(parameter);
    if (!parameter.unit().isEmpty())
        facts += text("in %1").arg(printable(parameter.unit()));
    if (parameter.isSecret())
        facts += text("secret");
    else if (parameter.defaultValue)
        facts += defaultOf(parameter, definition, isVerbose);
    return facts.join(u", "_s);
}

QString choicesOf(const Parameter &parameter)
{
    QStringList choices;
    for (const ParameterChoice &choice : parameter.choices) {
        const QString typed = choice.value.textOr(QString::fromUtf8(toJson(choice.value)));
        choices += printable(typed == choice.title ? typed : typed + u" = "_s + choice.title);
    }
    return choices.isEmpty() ? QString() : text("One of: %1").arg(choices.join(u" · "_s));
}

/// Prints `parameter` behind `indent` blanks.
void printIndented(QTextStream &out, const Parameter &parameter, const Template &definition,
                   const Reporter &reporter, int indent)
{
    out << QString(indent, u' ') << reporter.bold(printable(parameter.name)) << "  "
        << printable(parameter.title) << "  "
        << reporter.dim(
               printable(u'(' + factsOf(parameter, definition, reporter.isVerbose()) + u')'))
        << '\n';
    const auto golden = goldenOf(parameter, definition);
    for (const QString &about :
         {printable(parameter.description.isEmpty() ? parameter.help : parameter.description)
              .simplified(),
          choicesOf(parameter), patternOf(parameter.limits, reporter.isVerbose()),
          golden ? goldenInWords(*golden) : QString()}) {
        if (!about.isEmpty())
            out << QString(indent + 4, u' ')
                << wrapped(printable(about), textWidth - indent - 4, indent + 4) << '\n';
    }
    const QList<Parameter> inner = innerOf(parameter);
    for (const Parameter &one : inner)
        printIndented(out, one, definition, reporter, indent + 4);
}

} // namespace

void printParameter(QTextStream &out, const Parameter &parameter, const Template &definition,
                    const Reporter &reporter)
{
    printIndented(out, parameter, definition, reporter, 2);
}

} // namespace waymark::cli
