#include "models/plan/undoneactions.h"

#include "models/catalog/fetchplace.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("Renderer", source);
}

QString reasonOf(const TemplateStep &step)
{
    switch (step.kind) {
    case TemplateStep::Kind::Destination:
        return text(
            "The service stays on this machine, in the folder you name; push it where it belongs.");
    case TemplateStep::Kind::Elsewhere:
        return text("It speaks to a server; do it there once the service is pushed.");
    case TemplateStep::Kind::Action:
        break;
    }
    return text("Waymark does not know this action; what it would do to the files is missing.");
}

/// The address of a repository, and of the files in it.
struct Published
{
    QString remote;
    QString contents;
};

/// By "github.com?owner=acme&repo=orders", as the publish actions of Backstage report it: GitHub's
/// is the address to clone from, GitLab's the page.
std::optional<Published> published(const QString &action, const QString &repoUrl,
                                   const QString &branch)
{
    const qsizetype mark = repoUrl.indexOf(u'?');
    const QUrlQuery query(mark < 0 ? QString() : repoUrl.sliced(mark + 1));
    const QString owner = query.queryItemValue(u"owner"_s, QUrl::FullyDecoded);
    const QString repository = query.queryItemValue(u"repo"_s, QUrl::FullyDecoded);
    if (owner.isEmpty() || repository.isEmpty())
        return std::nullopt;
    const QString page = u"https://"_s + repoUrl.first(mark) + u'/' + owner + u'/' + repository;
    if (action == u"publish:github")
        return Published{page + u".git"_s, page + u"/blob/"_s + branch};
    return Published{page, page + u"/-/blob/"_s + branch};
}

} // namespace

UndoneAction undoneAction(const TemplateStep &step, const StepContext &context)
{
    const bool isExpected = step.kind != TemplateStep::Kind::Action;
    const QString reason = reasonOf(step);
    // A service without the files that a slip of the pen costs is no service.
    const QString meant = isExpected ? QString() : meantFetch(step.action);
    const Severity severity = isExpected ? Severity::Note
        : meant.isEmpty()                ? Severity::Warning
                                         : Severity::Error;
    return {.step = step.name,
            .action = step.action,
            .reason = reason,
            .place = context.placed(
                {.severity = severity,
                 .code = u"template.action-not-run"_s,
                 .message = text("“%1” (%2) is not run. %3").arg(step.name, step.action, reason),
                 .hint = meant},
                step.node),
            .isExpected = isExpected};
}

TaggedValue publishedOutput(const TemplateStep &step, const TaggedValue &input)
{
    const TaggedValue *repoUrl = input.find(u"repoUrl"_s);
    if (!repoUrl || (step.action != u"publish:github" && step.action != u"publish:gitlab"))
        return TaggedValue::undefined();
    const TaggedValue *named = input.find(u"defaultBranch"_s);
    const TaggedValue branch = named && !named->isUndefined() ? *named : TaggedValue(u"master"_s);
    const auto known = published(step.action, repoUrl->scalar().textOr(), branch.scalar().textOr());
    if (!known) {
        TaggedValue unknown = TaggedValue::undefined();
        unknown.addSources(repoUrl->allSources().asControl());
        return unknown;
    }
    TaggedValue remote{Value(known->remote)};
    remote.addSources(repoUrl->allSources());
    TaggedValue contents{Value(known->contents)};
    contents.addSources(repoUrl->allSources().with(branch.allSources()));
    return TaggedValue::fromMap({{u"remoteUrl"_s, remote}, {u"repoContentsUrl"_s, contents}});
}

} // namespace waymark
