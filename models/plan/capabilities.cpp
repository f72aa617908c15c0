#include "models/plan/capabilities.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/cookiecuttersettings.h"
#include "models/catalog/cookiecuttervariables.h"
#include "models/catalog/copiersettings.h"
#include "models/catalog/fetchplace.h"
#include "models/plan/copiertasks.h"
#include "models/plan/fetchedfolder.h"
#include "models/plan/stepaction.h"
#include "models/plan/treeplaces.h"

#include <QDir>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Capabilities");

/// How many files `tree` has below the folder `path`.
qsizetype filesBelow(const TemplateTree &tree, const QByteArray &path)
{
    const QByteArray start = path.isEmpty() ? path : path + '/';
    return std::ranges::count_if(
        tree.files(), [&start](const TemplateFile &file) { return file.path.startsWith(start); });
}

/// Of several templates one is made, that with most questions.
qsizetype questionsOf(const CookiecutterSettings &settings)
{
    if (settings.choice.isEmpty())
        return std::ranges::count_if(settings.variables, [](const Map::Entry &variable) {
            return !isPrivateVariable(variable.key);
        });
    qsizetype most = 0;
    for (const NestedTemplate &nested : settings.nested)
        most = std::max(most, nested.settings ? questionsOf(*nested.settings) : 0);
    return most + 1;
}

qsizetype questionsOf(const FormSchema &form)
{
    return std::ranges::count_if(form.names(), [&form](const QString &name) {
        const auto parameter = form.parameter(name);
        return parameter && !parameter->isHidden();
    });
}

/// "post_gen_project" of "post_gen_project.py".
QByteArray stemOf(const QByteArray &name)
{
    const qsizetype dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.first(dot);
}

/// What is not done, at its place in the template.
Problem limit(const QString &message)
{
    return {.severity = Severity::Warning, .code = u"template.not-done"_s, .message = message};
}

/// Adds what a template of Cookiecutter may do.
class CookiecutterCapabilities
{
public:
    CookiecutterCapabilities(const LoadedTemplate &loaded, Capabilities &capabilities)
        : m_tree(loaded.tree)
        , m_places(loaded.tree)
        , m_capabilities(capabilities)
    {
    }

    /// Of several templates one is made: the largest counts.
    void add(const CookiecutterSettings &settings)
    {
        for (const TreePlaces::Entry &entry : m_places.entries(settings.path)) {
            const bool isProject = entry.kind == TreePlaces::Kind::Folder
                && entry.name.contains("cookiecutter") && entry.name.contains('{');
            if (isProject)
                m_capabilities.files = std::max(
                    m_capabilities.files, filesBelow(m_tree, pathBelow(settings.path, entry.name)));
        }
        addHooks(settings);
        addExtensions(settings.variables.value(u"_extensions"));
        for (const NestedTemplate &nested : settings.nested) {
            if (nested.settings)
                add(*nested.settings);
        }
    }

private:
    void addHooks(const CookiecutterSettings &settings)
    {
        const QByteArray folder = pathBelow(settings.path, "hooks");
        for (const TreePlaces::Entry &entry : m_places.entries(folder)) {
            const QByteArray path = pathBelow(folder, entry.name);
            const auto place = m_places.followed(path);
            const QByteArray stem = stemOf(entry.name);
            const bool isFirst = stem == "pre_prompt";
            if (!place.file || entry.name.endsWith('~')
                || (!isFirst && stem != "pre_gen_project" && stem != "post_gen_project"))
                continue;
            const bool isRunnable = !isFirst || settings.path.isEmpty();
            m_capabilities.commands
                += {displayed(path), displayed(place.file->content), isRunnable};
            if (isRunnable)
                continue;
            Problem problem = limit(translated("The hook “%1” would run before anything is asked, "
                                               "and could change the questions.")
                                        .arg(displayed(path)));
            problem.file = displayed(path);
            m_capabilities.limits += problem;
        }
    }

    void addExtensions(const Value &names)
    {
        for (const Value &name : names.toList() ? *names.toList() : List()) {
            if (!m_capabilities.extensions.contains(name.textOr()))
                m_capabilities.extensions += name.textOr();
        }
    }

    const TemplateTree &m_tree;
    const TreePlaces m_places;
    Capabilities &m_capabilities;
};

void addCopier(const LoadedTemplate &loaded, const CopierSettings &settings,
               Capabilities &capabilities)
{
    const bool isLiteral
        = !settings.subdirectory.contains(settings.language.delimiters.variableStart)
        && !settings.subdirectory.contains(settings.language.delimiters.blockStart);
    capabilities.questions
        = std::ranges::count_if(settings.questions, [](const CopierQuestion &question) {
              const bool *asks = question.when.toBool();
              return !asks || *asks; // else it is only computed
          });
    const QByteArray folder
        = isLiteral ? joinedPath({}, settings.subdirectory.toUtf8()) : QByteArray();
    for (const TemplateFile &file : loaded.tree.files()) {
        const bool isIn = folder.isEmpty() || file.path.startsWith(folder + '/');
        if (!isIn || file.path == "copier.yml" || file.path == "copier.yaml")
            continue;
        ++capabilities.files;
        capabilities.isRepeating = capabilities.isRepeating || file.path.contains("yield ");
    }
    for (qsizetype i = 0; i < settings.tasks.size(); ++i)
        capabilities.commands
            += {translated("task %1").arg(i + 1), copierTaskText(settings.tasks.at(i)), true};
    for (qsizetype i = 0; i < settings.migrations.size(); ++i) {
        const CopierTask &task = settings.migrations.at(i);
        const QString name = translated("migration %1").arg(i + 1);
        capabilities.commands += {name, copierTaskText(task), false};
        capabilities.limits
            += task.place.placed(limit(translated("“%1” is shown, and never run.").arg(name)));
    }
    const Value named = settings.root && settings.root->node.find(u"_jinja_extensions")
        ? settings.root->node.find(u"_jinja_extensions")->toValue()
        : Value();
    for (const Value &name : named.toList() ? *named.toList() : List())
        capabilities.extensions += name.textOr();
}

/// Adds what the steps of a template of Backstage may do.
class BackstageCapabilities
{
public:
    BackstageCapabilities(const LoadedTemplate &loaded, Capabilities &capabilities)
        : m_loaded(loaded)
        , m_capabilities(capabilities)
    {
    }

    void add()
    {
        for (const TemplateStep &step : m_loaded.entry.definition.steps) {
            addFiles(step);
            addServer(step);
            addHost(step);
            addExtensions(step);
            if (step.kind == TemplateStep::Kind::Action && !stepAction(step.action))
                addLimit(step);
        }
        addChosenHosts();
        m_capabilities.files += m_paths.size();
        m_capabilities.hosts = QStringList(m_hosts.cbegin(), m_hosts.cend());
        m_capabilities.hosts.sort();
    }

private:
    void addFiles(const TemplateStep &step)
    {
        static const QStringList ofOneFile{
            u"catalog:write"_s,       u"roadiehq:utils:fs:write"_s, u"roadiehq:utils:fs:append"_s,
            u"fetch:template:file"_s, u"fetch:plain:file"_s,        u"roadiehq:utils:zip"_s};
        const YamlNode *url = step.input.find(u"url");
        static const QStringList ofFolders{u"fetch:template"_s, u"fetch:plain"_s,
                                           u"fetch:cookiecutter"_s};
        const bool isFetch = ofFolders.contains(step.action);
        const qsizetype before = m_capabilities.files + m_paths.size();
        if (ofOneFile.contains(step.action))
            ++m_capabilities.files;
        else if (isFetch && url && !isAbsoluteUrl(url->text()))
            addFetched(step, url->text());
        const bool addsFiles = m_capabilities.files + m_paths.size() > before;
        m_capabilities.isRepeating
            = m_capabilities.isRepeating || (addsFiles && step.each.has_value());
    }

    /// All there are where an answer decides on the folder. Where several steps make a file, as
    /// those do of which one is run, it counts once.
    void addFetched(const TemplateStep &step, const QString &url)
    {
        if (url.contains(u'{')) {
            m_capabilities.files += m_loaded.tree.files().size();
            return;
        }
        const auto place = fetchPlace(url, m_loaded.entry.path.toUtf8());
        if (!place)
            return;
        const YamlNode *target = step.input.find(u"targetPath");
        const QByteArray folder
            = target ? QDir::cleanPath(target->text()).toUtf8() : QByteArrayLiteral(".");
        const QByteArray start = place->isEmpty() ? *place : *place + '/';
        for (const TemplateFile &file : m_loaded.tree.files()) {
            if (file.path.startsWith(start))
                m_paths.insert(folder + '/' + file.path.sliced(start.size()));
        }
    }

    void addServer(const TemplateStep &step)
    {
        const bool isServer = step.kind != TemplateStep::Kind::Action;
        if (isServer && !m_capabilities.servers.contains(step.action))
            m_capabilities.servers += step.action;
    }

    /// What a step names itself.
    void addHost(const TemplateStep &step)
    {
        for (const QStringView key : {QStringView(u"url"), QStringView(u"catalogInfoUrl")}) {
            const YamlNode *url = step.input.find(key);
            if (url && isAbsoluteUrl(url->text()) && !url->text().contains(u"${{"))
                insertHost(QUrl(url->text()).host());
        }
        const YamlNode *repository = step.input.find(u"repoUrl");
        if (repository && !repository->text().startsWith(u"${{"))
            insertHost(repository->text().section(u'?', 0, 0));
    }

    /// What a step of Cookiecutter asks for.
    void addExtensions(const TemplateStep &step)
    {
        const YamlNode *names
            = step.action == u"fetch:cookiecutter" ? step.input.find(u"extensions") : nullptr;
        for (const YamlNode &name : names ? names->items() : QList<YamlNode>()) {
            if (!m_capabilities.extensions.contains(name.text()))
                m_capabilities.extensions += name.text();
        }
    }

    /// What the form lets choose.
    void addChosenHosts()
    {
        const FormSchema &form = m_loaded.entry.definition.form;
        for (const QString &name : form.names()) {
            const auto parameter = form.parameter(name);
            if (!parameter || parameter->field != u"RepoUrlPicker")
                continue;
            const Value allowed = parameter->options.value(u"allowedHosts");
            for (const Value &host : allowed.toList() ? *allowed.toList() : List())
                insertHost(host.textOr());
        }
    }

    void insertHost(const QString &host)
    {
        if (!host.isEmpty() && !host.contains(u'{'))
            m_hosts.insert(host);
    }

    void addLimit(const TemplateStep &step)
    {
        const Problem problem
            = limit(translated("The action “%1” is not done here.").arg(step.action));
        const auto &document = m_loaded.entry.definition.document;
        m_capabilities.limits
            += document ? document->placed(problem, step.actionNode.position()) : problem;
    }

    const LoadedTemplate &m_loaded;
    Capabilities &m_capabilities;
    QSet<QString> m_hosts;
    QSet<QByteArray> m_paths; ///< Of what steps fetch into the service.
};

} // namespace

Capabilities capabilitiesOf(const LoadedTemplate &loaded)
{
    const Template &definition = loaded.entry.definition;
    Capabilities capabilities;
    if (definition.cookiecutter) {
        capabilities.questions = questionsOf(*definition.cookiecutter);
        CookiecutterCapabilities(loaded, capabilities).add(*definition.cookiecutter);
    } else if (definition.copier) {
        addCopier(loaded, *definition.copier, capabilities);
    } else {
        capabilities.questions = questionsOf(definition.form);
        BackstageCapabilities(loaded, capabilities).add();
    }
    return capabilities;
}

} // namespace waymark
