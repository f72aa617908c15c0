#include "models/plan/planjson.h"

#include "models/base/problemjson.h"
#include "models/base/utf8.h"
#include "models/plan/planhash.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString destinationKindName(DestinationKind kind)
{
    switch (kind) {
    case DestinationKind::Absent:
        return u"absent"_s;
    case DestinationKind::Empty:
        return u"empty"_s;
    case DestinationKind::UnbornRepository:
        return u"unborn repository"_s;
    case DestinationKind::FreshClone:
        return u"fresh clone"_s;
    case DestinationKind::RepositoryFolder:
        return u"folder in a repository"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString modeName(FileMode mode)
{
    return QString::number(static_cast<quint32>(mode), 8).rightJustified(6, u'0');
}

Map toMap(const jinja::Sources &sources)
{
    return {{u"data"_s, sources.data}, {u"control"_s, sources.control}};
}

/// The lines of `content` that come from an answer, with the answers and their place in the
/// template.
List linesOf(const QByteArray &content, const jinja::Provenance &provenance)
{
    List lines;
    qsizetype start = 0;
    for (int number = 1; start < content.size(); ++number) {
        const qsizetype newline = content.indexOf('\n', start);
        const qsizetype end = newline < 0 ? content.size() : newline + 1;
        const jinja::Sources sources = provenance.between(start, end);
        if (!sources.isEmpty()) {
            Map line = toMap(sources);
            Map entry{{u"line"_s, number}};
            for (const Map::Entry &part : std::as_const(line))
                entry.insert(part.key, part.value);
            lines += entry;
        }
        start = end;
    }
    return lines;
}

void insertContent(Map &map, const PlannedFile &file)
{
    const Change &change = file.change;
    map.insert(u"mode"_s, modeName(*change.mode));
    map.insert(u"size"_s, qint64(change.content.size()));
    map.insert(u"sha256"_s, QString::fromLatin1(contentHash(change.content)));
    if (file.dependsOnSecret) {
        map.insert(u"masked"_s, true);
        return;
    }
    if (const auto text = decodeUtf8(change.content))
        map.insert(u"content"_s, *text);
    else
        map.insert(u"contentBase64"_s, QString::fromLatin1(change.content.toBase64()));
    const List lines = linesOf(change.content, file.provenance);
    if (!lines.isEmpty())
        map.insert(u"lines"_s, lines);
}

Map toMap(const PlannedFile &file, const QByteArray &shownPath)
{
    Map map{{u"path"_s, displayed(shownPath)},
            {u"class"_s, QString(changeClassName(file.change.kind))}};
    if (shownPath != file.change.path)
        map.insert(u"pathMasked"_s, true);
    else if (!decodeUtf8(file.change.path))
        map.insert(u"pathBase64"_s, QString::fromLatin1(file.change.path.toBase64()));
    if (!file.templatePath.isEmpty())
        map.insert(u"template"_s, displayed(file.templatePath));
    if (file.change.mode)
        insertContent(map, file);
    if (!file.presence.isEmpty())
        map.insert(u"presence"_s, toMap(file.presence));
    if (!file.change.problems.isEmpty())
        map.insert(u"problems"_s, problemsToJson(file.change.problems));
    return map;
}

Map toMap(const TemplateIdentity &made)
{
    Map map{{u"name"_s, made.name}};
    const std::pair<QString, QString> fields[] = {{u"url"_s, made.url},
                                                  {u"path"_s, made.path},
                                                  {u"ref"_s, made.ref},
                                                  {u"commit"_s, QString::fromLatin1(made.commit)},
                                                  {u"tree"_s, QString::fromLatin1(made.tree)}};
    for (const auto &[key, value] : fields) {
        if (!value.isEmpty())
            map.insert(key, value);
    }
    return map;
}

Map toMap(const DestinationSnapshot &destination)
{
    Map map{{u"path"_s, destination.path}, {u"kind"_s, destinationKindName(destination.kind)}};
    if (destination.repository) {
        map.insert(u"repository"_s, destination.repository->root);
        map.insert(u"head"_s, QString::fromLatin1(destination.repository->head));
    }
    return map;
}

List deviationsOf(const Plan &plan)
{
    List list;
    for (const RecordedDeviation &deviation : plan.deviations) {
        Map map = deviationSubject(deviation);
        map.insert(u"reason"_s, deviation.reason);
        list += map;
    }
    return list;
}

Map toMap(const UndoneAction &action)
{
    Map map{{u"step"_s, action.step}, {u"action"_s, action.action}, {u"reason"_s, action.reason}};
    Map inputs;
    for (const ResolvedInput &input : action.inputs)
        inputs.insert(input.name, input.text);
    if (!inputs.isEmpty())
        map.insert(u"inputs"_s, inputs);
    if (action.publication) {
        const Publication &place = *action.publication;
        for (const auto &[key, text] :
             {std::pair(u"repository"_s, place.repository), std::pair(u"branch"_s, place.branch),
              std::pair(u"title"_s, place.title), std::pair(u"description"_s, place.description)}) {
            if (!text.isEmpty())
                map.insert(key, text);
        }
    }
    if (!action.commands.isEmpty())
        map.insert(u"commands"_s, action.commands);
    if (!action.links.isEmpty())
        map.insert(u"links"_s, action.links);
    if (!action.command.isEmpty())
        map.insert(u"command"_s, action.command);
    if (action.isRunnable)
        map.insert(u"runnable"_s, true);
    return map;
}

} // namespace

Map toJsonMembers(const Plan &plan)
{
    List files;
    for (const PlannedFile &file : plan.files)
        files += toMap(file, plan.shownPath(file.change.path));
    List folders;
    for (const QByteArray &folder : plan.folders)
        folders += displayed(plan.shownPath(folder));
    List undone;
    for (const UndoneAction &action : plan.undone)
        undone += toMap(action);
    Map commit{{u"made"_s, false}, {u"wanted"_s, plan.commits}};
    if (plan.commits) {
        commit.insert(u"message"_s, plan.message);
        commit.insert(u"branch"_s, plan.branch);
        commit.insert(u"signOff"_s, plan.signOff);
    }
    return {{u"hash"_s, QString::fromLatin1(plan.hash)},
            {u"template"_s, toMap(plan.made)},
            {u"destination"_s, toMap(plan.destination)},
            {u"answers"_s, plan.answers},
            {u"secrets"_s, plan.secrets},
            {u"seed"_s, QString::fromLatin1(plan.seed)},
            {u"now"_s, timeText(plan.now)},
            {u"deviations"_s, deviationsOf(plan)},
            {u"blocked"_s, plan.isBlocked()},
            {u"problems"_s, problemsToJson(plan.problems)},
            {u"files"_s, files},
            {u"folders"_s, folders},
            {u"undone"_s, undone},
            {u"commit"_s, commit}};
}

} // namespace waymark
