#include "models/plan/capabilitytext.h"

#include "models/base/problemjson.h"
#include "models/base/textcontext.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Capabilities");
constexpr qsizetype mostNamed = 3; // in a sentence

/// "a, b and 3 more"
QString inShort(const QStringList &names)
{
    if (names.size() <= mostNamed)
        return names.join(u", "_s);
    return translated("%1 and %2 more")
        .arg(names.first(mostNamed).join(u", "_s))
        .arg(names.size() - mostNamed);
}

/// "template.yaml:12: What is not done."
QString placedMessage(const Problem &problem)
{
    if (!problem.position)
        return problem.message;
    return QFileInfo(problem.file).fileName() + u':' + QString::number(problem.position->line)
        + u": "_s + problem.message;
}

QStringList namesOf(const Capabilities &capabilities, bool isRunnable)
{
    QStringList names;
    for (const Capabilities::Command &command : capabilities.commands) {
        if (command.isRunnable == isRunnable)
            names += command.name;
    }
    return names;
}

QString questionsText(const Capabilities &capabilities)
{
    return capabilities.questions == 1
        ? translated("one question")
        : translated("up to %1 questions").arg(capabilities.questions);
}

QString filesText(const Capabilities &capabilities)
{
    if (capabilities.files == 0)
        return translated("no files");
    const QString count = capabilities.files == 1
        ? translated("one file")
        : translated("up to %1 files").arg(capabilities.files);
    return capabilities.isRepeating ? translated("%1, more with longer lists of answers").arg(count)
                                    : count;
}

/// "hooks/x.sh", "task 1: make"
QString commandText(const Capabilities::Command &command)
{
    const bool isScript = command.text.contains(u'\n') || command.name.contains(u'/');
    return isScript || command.text.isEmpty() ? command.name
                                              : command.name + u": "_s + command.text;
}

} // namespace

QList<CapabilityRow> capabilityRows(const Capabilities &capabilities)
{
    QList<CapabilityRow> rows{{translated("asks"), {questionsText(capabilities)}},
                              {translated("makes"), {filesText(capabilities)}}};
    const auto add = [&rows](const QString &label, const QStringList &items) {
        if (!items.isEmpty())
            rows += {label, items};
    };
    QStringList commands;
    for (const Capabilities::Command &command : capabilities.commands) {
        if (command.isRunnable)
            commands += commandText(command);
    }
    QStringList limits;
    limits.reserve(capabilities.limits.size());
    for (const Problem &problem : capabilities.limits)
        limits += placedMessage(problem);
    add(translated("runs, if you agree"), commands);
    add(translated("speaks to a server with"), capabilities.servers);
    add(translated("reaches"), capabilities.hosts);
    add(translated("needs"), capabilities.extensions);
    add(translated("cannot do here"), limits);
    return rows;
}

QString capabilityNotice(const Capabilities &capabilities)
{
    QStringList sentences;
    if (const QStringList names = namesOf(capabilities, true); !names.isEmpty())
        sentences += translated("It would run commands of its own: %1. Waymark runs none of them "
                                "here.")
                         .arg(inShort(names));
    if (!capabilities.servers.isEmpty())
        sentences += capabilities.hosts.isEmpty()
            ? translated("It would publish or register what is made: %1.")
                  .arg(inShort(capabilities.servers))
            : translated("It would publish or register what is made: %1, at %2.")
                  .arg(inShort(capabilities.servers), inShort(capabilities.hosts));
    return sentences.join(u' ');
}

Map capabilitiesToJson(const Capabilities &capabilities)
{
    List commands;
    for (const Capabilities::Command &command : capabilities.commands)
        commands += Map{{u"name"_s, command.name},
                        {u"text"_s, command.text},
                        {u"runnable"_s, command.isRunnable}};
    return {{u"questions"_s, qint64(capabilities.questions)},
            {u"files"_s, qint64(capabilities.files)},
            {u"repeats"_s, capabilities.isRepeating},
            {u"commands"_s, commands},
            {u"servers"_s, capabilities.servers},
            {u"hosts"_s, capabilities.hosts},
            {u"extensions"_s, capabilities.extensions},
            {u"limits"_s, problemsToJson(capabilities.limits)}};
}

} // namespace waymark
