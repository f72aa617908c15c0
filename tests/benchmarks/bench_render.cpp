#include "models/base/json.h"
#include "models/jinja/engine.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(name));
    return file.readAll();
}

template<typename Run>
double secondsOf(const Run &run)
{
    const auto started = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
}

/// What a template uses of others, read once, as the peers' loaders do.
class Contents
{
public:
    explicit Contents(const QString &folder)
        : m_folder(folder)
    {
    }
    QByteArray of(const QString &name)
    {
        if (!m_known.contains(name))
            m_known.insert(name, contentsOf(m_folder + name));
        return m_known.value(name);
    }

private:
    QString m_folder;
    QHash<QString, QByteArray> m_known;
};

/// The median time of one run, of 11 batches of at least 20 ms.
template<typename Run>
double medianOf(Run run)
{
    run();
    const double once = secondsOf(run);
    const int count = std::max(1, static_cast<int>(0.02 / once));
    constexpr int runs = 11;
    std::vector<double> batches;
    batches.reserve(runs);
    for (int batch = 0; batch < runs; ++batch) {
        batches.push_back(secondsOf([&] {
                              for (int i = 0; i < count; ++i)
                                  run();
                          })
                          / count);
    }
    std::ranges::sort(batches);
    return batches.at(runs / 2);
}

} // namespace

/// bench_render jinja2|nunjucks TEMPLATES [provenance]: seconds a render takes, by template, as
/// JSON. With a template's name and a count behind it, that many renders of it, for a profiler.
int main(int argc, char *argv[])
{
    if (argc < 3)
        return 2;
    const bool isNunjucks = QByteArrayView(argv[1]) == "nunjucks";
    const QString folder = QFile::decodeName(argv[2]) + u'/';
    const auto context = parseJson(contentsOf(folder + u"context.json"_s));
    jinja::Options options = jinja::Options::jinja2();
    options.language = isNunjucks ? jinja::Language::Nunjucks : jinja::Language::Jinja2;
    Contents contents(folder);
    options.loader = [&contents](const QString &name) -> Result<std::optional<QByteArray>> {
        return std::optional(contents.of(name));
    };
    const jinja::Environment environment(options);
    const jinja::TaggedValue tagged(*context);
    jinja::RenderOptions render;
    render.provenance = argc > 3 && QByteArrayView(argv[3]) == "provenance";
    const auto rendering = [&](const QString &name) {
        const auto compiled
            = environment.compile(QByteArrayView(contents.of(name + u".txt"_s)), name + u".txt"_s);
        if (!compiled)
            qFatal("%s", qPrintable(compiled.error().toString()));
        return [&, compiled] {
            if (const auto rendered = jinja::render(*compiled, tagged, render); !rendered)
                qFatal("%s", qPrintable(rendered.error().toString()));
        };
    };
    if (argc > 4) {
        const auto run = rendering(QString::fromLocal8Bit(argv[argc - 2]));
        for (int left = QByteArray(argv[argc - 1]).toInt(); left > 0; --left)
            run();
        return 0;
    }
    const char *separator = "{";
    for (const QString &name : {u"expressions"_s, u"filters"_s, u"loops"_s, u"macros"_s,
                                u"inheritance"_s, u"literal"_s}) {
        std::printf("%s\"%s\": %.9f", separator, qPrintable(name), medianOf(rendering(name)));
        separator = ", ";
    }
    std::puts("}");
    return 0;
}
