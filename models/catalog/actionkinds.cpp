#include "models/catalog/actionkinds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Actions that put what was made into a repository, beside those whose names begin with
/// "publish:" or end with the last ones.
constexpr QStringView publishing[]
    = {u"github:repo:create", u"github:repo:push", u"gitlab:repo:push",
       u"azure:repo:push",    u"azure:repo:pr",    u"gitea:repo:create"};
constexpr QStringView publishingEnds[] = {u":pull-request", u":merge-request"};

/// What actions that speak to a server begin with.
constexpr QStringView elsewhere[]
    = {u"catalog:",      u"http:",           u"argocd:",          u"kube:",
       u"kubernetes:",   u"github:",         u"gitlab:",          u"azure:",
       u"bitbucket:",    u"bitbucketCloud:", u"bitbucketServer:", u"gerrit:",
       u"gitea:",        u"sentry:",         u"jenkins:",         u"jira:",
       u"notification:", u"slack:",          u"confluence:",      u"pagerduty:",
       u"aws:",          u"roadiehq:aws:",   u"servicenow:",      u"sonarqube:",
       u"quay:",         u"tekton:",         u"launchdarkly:"};

} // namespace

TemplateStep::Kind kindOfAction(const QString &action)
{
    using Kind = TemplateStep::Kind;
    const auto isIt = [&action](QStringView name) { return action == name; };
    const auto begins = [&action](QStringView start) { return action.startsWith(start); };
    const auto ends = [&action](QStringView end) { return action.endsWith(end); };
    if (action == u"catalog:write")
        return Kind::Action;
    if (action.startsWith(u"publish:") || std::ranges::any_of(publishing, isIt)
        || std::ranges::any_of(publishingEnds, ends))
        return Kind::Destination;
    return std::ranges::any_of(elsewhere, begins) ? Kind::Elsewhere : Kind::Action;
}

} // namespace waymark
