#include "models/plan/backstagenames.h"

#include "models/base/utf8.h"
#include "models/plan/binarytest.h"
#include "models/plan/fetchaction.h"
#include "models/plan/namecheck.h"
#include "models/plan/templatestring.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::KnownNames;

bool isComputed(const YamlNode &node)
{
    const auto isText = [](const YamlNode &each) { return isComputed(each); };
    if (node.isScalar())
        return node.text().contains(u'{');
    return std::ranges::any_of(node.items(), isText)
        || std::ranges::any_of(node.entries(), isText, &YamlNode::Entry::value);
}

/// Names in what a step fetches.
class SkeletonNames
{
public:
    SkeletonNames(const LoadedTemplate &loaded, NameCheck &check)
        : m_loaded(loaded)
        , m_request({.form = Form(loaded.entry.definition.form),
                     .now = QDateTime::fromSecsSinceEpoch(0),
                     .seed = "0"})
        , m_context(loaded.entry.definition, m_request)
        , m_check(check)
    {
    }

    void run()
    {
        for (const TemplateStep &step : m_loaded.entry.definition.steps) {
            if (step.action == u"fetch:template")
                takeStep(step);
        }
        for (const File &file : std::as_const(m_files)) {
            checkFile(file);
        }
    }

private:
    /// A file or folder, with all that the steps hand on to it that fetch it.
    struct File
    {
        FetchedFile fetched;
        jinja::Environment languageOfNames;
        QString root; ///< What holds the names.
        std::optional<QStringList> members; ///< Nothing: that is not known.
    };

    void takeStep(const TemplateStep &step)
    {
        for (const YamlNode::Entry &entry : step.input.entries()) {
            const QString key = entry.key.text();
            if (key != u"values" && key != u"targetPath" && isComputed(entry.value))
                return; // what it fetches, and how, an answer decides
        }
        const auto input = m_context.evaluated(step.input);
        const auto settings = input
            ? FetchSettings::of(m_loaded, m_context, step, {.isTrue = true}, *input)
            : Result<FetchSettings>(std::unexpected(input.error()));
        if (!settings)
            return; // rendering tells
        const auto members = membersOf(step);
        FetchedFolder fetched = fetchedFolder(m_loaded, *settings);
        for (std::vector<FetchedFile> *files : {&fetched.folders, &fetched.files}) {
            for (FetchedFile &file : *files)
                add(std::move(file), *settings, members);
        }
    }

    void add(FetchedFile file, const FetchSettings &settings,
             const std::optional<QStringList> &members)
    {
        const QString root = settings.input().isCompatible ? u"cookiecutter"_s : u"values"_s;
        const auto key = std::pair(file.templatePath, root);
        const auto there = m_files.find(key);
        if (there == m_files.end())
            m_files.insert(key, {std::move(file), settings.languageOfNames(), root, members});
        else if (there->members && members)
            *there->members += *members;
        else
            there->members.reset();
    }

    /// The entries of the step's `values`.
    [[nodiscard]] std::optional<QStringList> membersOf(const TemplateStep &step) const
    {
        const YamlNode *values = step.input.find(u"values");
        if (!values)
            return QStringList();
        if (!values->isMap())
            return std::nullopt;
        QStringList names;
        for (const YamlNode::Entry &entry : values->entries())
            names += entry.key.text();
        return names.contains(u"<<"_s) ? std::nullopt : std::optional(names);
    }

    void checkFile(const File &file)
    {
        KnownNames known;
        if (file.members)
            known.add(file.root, *file.members);
        else
            known.add(file.root);
        const FetchedFile &fetched = file.fetched;
        const QString shown = FetchAction::shownPath(m_loaded, fetched.templatePath);
        if (fetched.hasRenderedName)
            m_check.checkName(displayed(fetched.file.path.split('/').constLast()), shown,
                              file.languageOfNames, known);
        if (!fetched.language || fetched.file.mode == FileMode::Link
            || isBinary(fetched.file.content))
            return;
        if (const auto text = decodeUtf8(fetched.file.content))
            m_check.checkText(*text, shown, *fetched.language, known);
    }

    const LoadedTemplate &m_loaded;
    const RenderRequest m_request;
    const StepContext m_context;
    NameCheck &m_check;
    QMap<std::pair<QByteArray, QString>, File> m_files;
};

} // namespace

void checkSkeletonNames(const LoadedTemplate &loaded, NameCheck &check)
{
    SkeletonNames(loaded, check).run();
}

} // namespace waymark
