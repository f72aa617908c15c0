#include "models/plan/backstagenames.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/schema.h"
#include "models/catalog/textplace.h"
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

constexpr TextContext translated("NameCheck");

bool isComputed(const YamlNode &node)
{
    const auto isText = [](const YamlNode &each) { return isComputed(each); };
    if (node.isScalar())
        return node.text().contains(u'{');
    return std::ranges::any_of(node.items(), isText)
        || std::ranges::any_of(node.entries(), isText, &YamlNode::Entry::value);
}

/// Whether answers by other names than those of its questions can be given to `schema`.
bool isOpen(const Schema &schema)
{
    return !schema.patternProperties.isEmpty()
        || (schema.additional && !schema.additional->isNever);
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

/// Names in the texts of `template.yaml`.
class DefinitionNames
{
public:
    DefinitionNames(const Template &definition, NameCheck &check)
        : m_definition(definition)
        , m_language(jinja::Options::backstageNunjucks())
        , m_check(check)
    {
        for (const QString &name : {u"secrets"_s, u"user"_s, u"environment"_s, u"context"_s})
            m_known.add(name);
        const auto &pages = definition.form.pages();
        const bool takesAny = std::ranges::any_of(
            pages, [](const FormSchema::Page &page) { return isOpen(*page.schema); });
        if (takesAny)
            m_known.add(u"parameters"_s);
        else
            m_known.add(u"parameters"_s, definition.form.names());
        QStringList ids;
        for (const TemplateStep &step : definition.steps)
            ids += step.id;
        m_known.add(u"steps"_s, ids);
    }

    void run()
    {
        for (const TemplateStep &step : m_definition.steps) {
            KnownNames known = m_known;
            if (step.each)
                known.add(u"each"_s);
            check(step.input, known);
            if (step.condition)
                check(*step.condition, known);
            if (step.each)
                check(*step.each, m_known);
        }
        if (m_definition.output)
            check(*m_definition.output, m_known);
    }

private:
    void check(const YamlNode &node, const KnownNames &known)
    {
        for (const YamlNode &item : node.items())
            check(item, known);
        for (const YamlNode::Entry &entry : node.entries())
            check(entry.value, known);
        const QString text = node.isScalar() ? node.text() : QString();
        if (!text.contains(u"${{") && !text.contains(u"{%"))
            return;
        m_check.checkText(text, m_definition.file, m_language, known, [&](const Problem &problem) {
            const SourcePosition inner = problem.position.value_or(SourcePosition{});
            return m_definition.document->placed(problem,
                                                 placeInText(*m_definition.document, node, inner));
        });
    }

    const Template &m_definition;
    const jinja::Environment m_language;
    NameCheck &m_check;
    KnownNames m_known;
};

} // namespace

QList<Problem> misspeltBackstageNames(const LoadedTemplate &loaded, const std::stop_token &stop)
{
    NameCheck ofSkeleton(NameCheck::Unknown::Outsider,
                         translated("Hand it on in the “values” of the step that fetches the file, "
                                    "or correct the name."),
                         stop);
    NameCheck ofDefinition(NameCheck::Unknown::Slip,
                           translated("Correct the name, or add what it stands for."), stop);
    const Template &definition = loaded.entry.definition;
    if (!definition.document)
        return {};
    DefinitionNames(definition, ofDefinition).run();
    SkeletonNames(loaded, ofSkeleton).run();
    return ofDefinition.problems() + ofSkeleton.problems();
}

} // namespace waymark
