#include "models/plan/serverchores.h"

#include "models/base/javascriptdata.h"
#include "models/git/shellwords.h"
#include "models/plan/inputtexts.h"
#include "models/plan/publication.h"
#include "models/plan/registeredentity.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

/// A command, put together word by word.
class Command
{
public:
    explicit Command(const QString &start)
        : m_text(start)
    {
    }

    Command &word(const QString &word)
    {
        m_text += u' ' + git::shellQuoted(word);
        return *this;
    }
    /// `option` with `value`, where there is one.
    Command &option(const QString &option, const QString &value)
    {
        if (!value.isEmpty())
            m_text += u' ' + option + u' ' + git::shellQuoted(value);
        return *this;
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

/// "acme/orders", as the tools of GitHub and GitLab take it.
QString slugOf(const ActionInput &input)
{
    const auto name = repositoryName(shownText(input, u"repoUrl"_s));
    return name ? name->owner + u'/' + name->repository : QString();
}

QStringList dispatch(const ActionInput &input)
{
    Command command(u"gh workflow run"_s);
    command.word(shownText(input, u"workflowId"_s))
        .option(u"--repo"_s, slugOf(input))
        .option(u"--ref"_s, shownText(input, u"branchOrTagName"_s));
    const TaggedValue values = input.of(u"workflowInputs"_s);
    for (const TaggedValue::Entry &entry : values.map())
        command.option(u"-f"_s, entry.key + u'=' + shownText(input, entry.value));
    return {command.text()};
}

QStringList label(const ActionInput &input)
{
    QStringList labels;
    const TaggedValue given = input.of(u"labels"_s);
    for (const TaggedValue &each : given.list())
        labels += shownText(input, each);
    return {Command(u"gh issue edit"_s)
                .word(shownText(input, u"number"_s))
                .option(u"--repo"_s, slugOf(input))
                .option(u"--add-label"_s, labels.join(u','))
                .text()};
}

QStringList createIssue(const ActionInput &input)
{
    return {Command(u"gh issue create"_s)
                .option(u"--repo"_s, slugOf(input))
                .option(u"--title"_s, shownText(input, u"title"_s))
                .option(u"--body"_s, shownText(input, u"body"_s))
                .text()};
}

QStringList addHook(const ActionInput &input)
{
    Command command(u"gh api"_s);
    command.word(u"repos/"_s + slugOf(input) + u"/hooks"_s)
        .option(u"-f"_s, u"config[url]="_s + shownText(input, u"webhookUrl"_s))
        .option(u"-f"_s,
                u"config[content_type]="_s + input.of(u"contentType"_s).scalar().textOr(u"form"_s));
    const QStringList events = input.textsOf(u"events"_s);
    for (const QString &event : events.isEmpty() ? QStringList{u"push"_s} : events)
        command.option(u"-f"_s, u"events[]="_s + event);
    return {command.text()};
}

QStringList request(const ActionInput &input)
{
    const QString path = shownText(input, u"path"_s);
    const QString start = path.startsWith(u'/') ? QString() : u"/"_s;
    Command command(u"curl -X "_s + git::shellQuoted(shownText(input, u"method"_s)));
    const TaggedValue headers = input.of(u"headers"_s);
    for (const TaggedValue::Entry &entry : headers.map())
        command.option(u"-H"_s, entry.key + u": "_s + shownText(input, entry.value));
    command.option(u"-d"_s, shownText(input, u"body"_s));
    return {command.text() + u" \"$BACKSTAGE_URL\""_s + git::shellQuoted(u"/api"_s + start + path)};
}

QStringList createApplication(const ActionInput &input)
{
    return {Command(u"argocd app create"_s)
                .word(shownText(input, u"appName"_s))
                .option(u"--repo"_s, shownText(input, u"repoUrl"_s))
                .option(u"--path"_s, shownText(input, u"path"_s))
                .option(u"--project"_s, shownText(input, u"projectName"_s))
                .option(u"--dest-namespace"_s, shownText(input, u"namespace"_s))
                .text()};
}

/// A manifest stands in the command as JSON, which is YAML too.
QStringList applyManifest(const ActionInput &input)
{
    const QString manifest = shownText(input, u"manifest"_s);
    if (manifest.isEmpty())
        return {};
    const QStringList lines = manifest.trimmed().split(u'\n');
    QString end = u"EOF"_s;
    const QSet<QString> known(lines.cbegin(), lines.cend());
    for (qsizetype i = 1; known.contains(end); ++i)
        end = u"EOF"_s + QString::number(i);
    return {u"kubectl apply -f - <<'%1'\n"_s.arg(end) + lines.join(u'\n') + u'\n' + end};
}

QStringList createNamespace(const ActionInput &input)
{
    return {Command(u"kubectl create namespace"_s).word(shownText(input, u"namespace"_s)).text()};
}

struct Chore
{
    QStringView action;
    QStringList (*commands)(const ActionInput &input);
};

constexpr Chore chores[]
    = {{u"github:actions:dispatch", dispatch}, {u"github:issues:label", label},
       {u"github:issues:create", createIssue}, {u"github:webhook", addHook},
       {u"http:backstage:request", request},   {u"argocd:create-resources", createApplication},
       {u"kube:apply", applyManifest},         {u"kubernetes:create-namespace", createNamespace}};

/// What registeredAt() reads.
QStringList registeredKeys()
{
    return {u"catalogInfoUrl"_s, u"repoContentsUrl"_s, u"catalogInfoPath"_s};
}

QString registeredAt(const ActionInput &input)
{
    QString whole = input.textOf(u"catalogInfoUrl"_s);
    QString contents = input.textOf(u"repoContentsUrl"_s);
    if (!whole.isEmpty() || contents.isEmpty())
        return whole;
    const QString given = input.textOf(u"catalogInfoPath"_s);
    const QString path = given.isEmpty() ? u"/catalog-info.yaml"_s : given;
    if (contents.startsWith(u"https://github.com/"))
        contents.replace(u"/blob/"_s, u"/tree/"_s); // which GitHub redirects for files
    return contents + (path.startsWith(u'/') ? QString() : u"/"_s) + path;
}

} // namespace

void addChores(const ActionInput &input, UndoneAction &action)
{
    const auto chore = std::ranges::find(chores, input.step().action, &Chore::action);
    if (chore != std::end(chores))
        action.commands = chore->commands(input);
    if (const QString url = registeredAt(input); !url.isEmpty()) {
        jinja::Sources sources;
        for (const QString &key : registeredKeys())
            sources = sources.with(input.of(key).allSources());
        action.links = {input.context().mask().masked(url, sources)};
    }
}

TaggedValue registeredOutput(const ActionInput &input, Workspace &workspace)
{
    if (input.step().action != u"catalog:register")
        return TaggedValue::undefined();
    TaggedValue::Map entries;
    if (const QString url = registeredAt(input); !url.isEmpty()) {
        TaggedValue tagged{Value(url)};
        for (const QString &key : registeredKeys())
            tagged.addSources(input.of(key).allSources());
        entries += {u"catalogInfoUrl"_s, tagged};
    }
    if (const TaggedValue entity = registeredEntity(input, workspace); !entity.isUndefined())
        entries += {u"entityRef"_s, entity};
    return entries.isEmpty() ? TaggedValue::undefined() : TaggedValue::fromMap(entries);
}

} // namespace waymark
