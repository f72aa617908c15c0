#include "app/cli/parameterview.h"

#include "app/cli/help.h"
#include "app/cli/parameterfacts.h"
#include "models/base/json.h"
#include "models/catalog/answertext.h"

#include <QCoreApplication>
#include <QTextStream>

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

QString factsOf(const Parameter &parameter)
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
        facts += text("default %1").arg(printable(answerText(parameter, *parameter.defaultValue)));
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
        << reporter.dim(printable(u'(' + factsOf(parameter) + u')')) << '\n';
    const auto golden = goldenOf(parameter, definition);
    const QString &pattern = parameter.limits.pattern;
    for (const QString &about :
         {printable(parameter.description.isEmpty() ? parameter.help : parameter.description)
              .simplified(),
          choicesOf(parameter), pattern.isEmpty() ? QString() : text("Matches: %1").arg(pattern),
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
