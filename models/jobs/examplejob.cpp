#include "models/jobs/examplejob.h"

#include "models/base/utf8.h"
#include "models/catalog/derivedanswers.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype largestPicture = 4LL * 1024 * 1024;
constexpr qsizetype mostPictureBytes = 16LL * 1024 * 1024;
constexpr qsizetype largestFaulty = 256LL * 1024;
constexpr TemplateBudget fewFiles = {.bytes = 16LL * 1024 * 1024, .files = 10'000};

bool isPicture(const QByteArray &path)
{
    static constexpr std::array endings = {".png", ".jpg", ".jpeg", ".gif", ".webp"};
    const QByteArray lower = path.toLower();
    return std::ranges::any_of(endings, [&](const char *end) { return lower.endsWith(end); });
}

QMap<QString, QByteArray> picturesOf(const TemplateTree &tree)
{
    QMap<QString, QByteArray> pictures;
    qsizetype room = mostPictureBytes;
    for (const TemplateFile &file : tree.files()) {
        const qsizetype size = file.content.size();
        const bool isLink = file.mode == FileMode::Link;
        if (isLink || !isPicture(file.path) || size > std::min(largestPicture, room))
            continue;
        room -= size;
        pictures.insert(displayed(file.path), file.content);
    }
    return pictures;
}

/// The files with what is wrong in the definition of `entry`.
QMap<QString, QByteArray> faultyFiles(const CatalogEntry &entry)
{
    QMap<QString, QByteArray> found;
    const auto tree
        = TemplateTree::read(entry.source.folder, QFile::encodeName(entry.path), fewFiles);
    if (!tree)
        return found;
    const QDir folder(entry.folder());
    for (const Problem &problem : entry.definition.problems) {
        const QByteArray path = QFile::encodeName(folder.relativeFilePath(problem.file));
        const TemplateFile *file = problem.position ? tree->find(path) : nullptr;
        if (file && file->mode != FileMode::Link && file->content.size() <= largestFaulty)
            found.insert(problem.file, file->content);
    }
    return found;
}

/// What a template is made of, but for what describes it.
QByteArrayList filesIn(const TemplateTree &tree)
{
    QByteArrayList paths;
    for (const TemplateFile &file : tree.files()) {
        const bool describes = isDefinitionName(file.path) || file.path == sidecarName;
        if (!describes && !file.path.startsWith("../"))
            paths += file.path;
    }
    return paths;
}

Form filledForm(const Form &empty)
{
    Form form = empty;
    const Map derived
        = derivedAnswers(form, {.destinationName = u"example"_s, .userName = u"example"_s});
    for (const Map::Entry &answer : derived)
        form.setAnswer({answer.key}, answer.value);
    return form;
}

/// Why the template as a whole, or else one of its files, could not be rendered.
std::optional<Problem> failureOf(const Rendering &rendering)
{
    const auto isError = [](const Problem &p) { return p.severity == Severity::Error; };
    const auto found = std::ranges::find_if(rendering.problems, isError);
    return found == rendering.problems.end() ? std::nullopt : std::optional(*found);
}

void takeFiles(TemplateExample &example, const LoadedTemplate &loaded, const Rendering &rendering)
{
    example.problem = failureOf(rendering);
    example.isRendered = !example.problem;
    if (!example.isRendered) {
        example.files = filesIn(loaded.tree);
        return;
    }
    for (const RenderedFile &file : rendering.files)
        example.files += file.path;
    for (const LeftOutFile &file : rendering.leftOut)
        example.leftOut += file.path;
}

} // namespace

TemplateExample exampleOf(const CatalogEntry &entry, const std::stop_token &stop)
{
    const auto loaded = loadTemplate(entry);
    const Template &definition = loaded ? loaded->entry.definition : entry.definition;
    TemplateExample example{.definition = definition, .form = Form(definition.form)};
    if (!stop.stop_requested())
        example.conditional = conditionalQuestions(example.form);
    if (!loaded) {
        example.problem = loaded.error().problem;
        example.faulty = faultyFiles(entry);
        return example;
    }
    example.pictures = picturesOf(loaded->tree);
    if (!loaded->tree.problems().isEmpty()) {
        example.problem = loaded->tree.problems().first();
        example.files = filesIn(loaded->tree);
        return example;
    }
    takeFiles(example, *loaded,
              render(*loaded,
                     {.form = filledForm(example.form),
                      .now = QDateTime::fromSecsSinceEpoch(0),
                      .seed = "0",
                      .stop = stop}));
    return example;
}

ExampleJob::ExampleJob(QObject *parent)
    : ExampleJob({}, parent)
{
}

ExampleJob::ExampleJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
    connect(&m_worker, &Worker::runningChanged, this, &ExampleJob::runningChanged);
}

void ExampleJob::read(const CatalogEntry &entry)
{
    m_worker.start(
        [this, entry](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
            return [this, made = std::make_shared<const TemplateExample>(exampleOf(entry, stop))] {
                Q_EMIT ready(*made);
            };
        });
}

void ExampleJob::stop()
{
    m_worker.stop();
}

} // namespace waymark
