#include "models/plan/copiernames.h"

#include "models/base/utf8.h"
#include "models/plan/folder.h"
#include "models/plan/secretmask.h"
#include "models/plan/templatename.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("CopierRenderer", source);
}

/// Path.with_suffix(""): without what stands behind the last dot, unless that begins or ends it.
QByteArray withoutSuffix(const QByteArray &path)
{
    const QByteArray name = nameOf(path);
    const qsizetype dot = name.lastIndexOf('.');
    const bool hasSuffix = dot > 0 && dot < name.size() - 1;
    return hasSuffix ? joined(parentOf(path), name.first(dot)) : path;
}

/// The items that Python goes through; nothing: it cannot.
std::optional<TaggedValue::List> itemsOf(const TaggedValue &value)
{
    if (value.isList())
        return value.list();
    TaggedValue::List items;
    if (value.isMap()) {
        for (const TaggedValue::Entry &entry : value.map()) {
            TaggedValue key{Value(entry.key)};
            key.addSources(value.sources());
            items += key;
        }
        return items;
    }
    const Value &scalar = value.scalar();
    const bool isFalse = scalar.isNull() || (scalar.toBool() && !*scalar.toBool())
        || (scalar.toInteger() && scalar.toInteger()->isZero());
    if (value.isUndefined() || isFalse)
        return items;
    const QString *characters = scalar.toText();
    if (!characters)
        return std::nullopt;
    for (const char32_t c : characters->toUcs4()) {
        TaggedValue item{Value(QString::fromUcs4(&c, 1))};
        item.addSources(value.sources());
        items += item;
    }
    return items;
}

} // namespace

CopierNames::CopierNames(const CopierSettings &settings, const CopierTree &tree,
                         const jinja::Environment &language, JinjaTexts &texts,
                         const SecretMask &mask, const QByteArray &answersFile)
    : m_settings(settings)
    , m_tree(tree)
    , m_language(language)
    , m_texts(texts)
    , m_mask(mask)
    , m_answersFile(answersFile)
{
}

bool CopierNames::isTemplate(const QByteArray &path) const
{
    return nameOf(path).endsWith(m_settings.suffix.toUtf8());
}

QList<CopierTarget> CopierNames::targetsOf(const CopierSource &source,
                                           const QByteArray &subdirectory) const
{
    const QByteArray suffix = m_settings.suffix.toUtf8();
    const bool isOne = isTemplate(source.path);
    if (!suffix.isEmpty() && m_tree.contains(joined(subdirectory, source.path) + suffix))
        return {}; // the template makes it
    const bool hasSuffix = isOne && !suffix.isEmpty();
    QList<CopierTarget> targets;
    render((hasSuffix ? withoutSuffix(source.path) : source.path).split('/'), {}, isOne, targets);
    return targets;
}

Result<jinja::YieldingRender> CopierNames::renderedPart(const QByteArray &part,
                                                        const CopierTarget &target) const
{
    if (!decodeUtf8(part)) {
        return failure({.code = u"template.name"_s,
                        .message = text("The name of this file is no UTF-8."),
                        .hint = text("Rename it.")});
    }
    return m_texts.rendered({.key = "name\n" + part, .source = part, .name = displayed(part)},
                            m_language, target.extra);
}

void CopierNames::render(const QByteArrayList &parts, const CopierTarget &before, bool isTemplate,
                         QList<CopierTarget> &targets) const
{
    const QByteArrayList rest = parts.sliced(1);
    const auto refuse = [&](Problem problem) {
        CopierTarget target = before;
        target.path.clear();
        problem.message = text("In the name of the file: %1").arg(problem.message);
        target.problem = problem;
        targets += target;
    };
    const auto part = renderedPart(parts.first(), before);
    if (!part)
        return refuse(part.error().problem);
    if (!part->yield)
        return goOn(part->rendered, rest, before, isTemplate, targets);
    const auto items = itemsOf(part->yield->items);
    if (!items) {
        return refuse({.code = u"template.yield"_s,
                       .message = text("“yield” has nothing that it could go through.")});
    }
    constexpr qsizetype mostTargets = 100'000;
    if (items->size() + targets.size() > mostTargets) {
        return refuse({.code = u"template.yield"_s,
                       .message = text("“yield” makes more files of it than can be.")});
    }
    for (const TaggedValue &item : *items) {
        CopierTarget target = before;
        target.extra.insert(part->yield->name, item);
        target.sources = target.sources.with(part->yield->items.sources().asControl());
        const auto again = renderedPart(parts.first(), target);
        if (!again)
            return refuse(again.error().problem);
        goOn(again->rendered, rest, target, isTemplate, targets);
    }
    if (items->isEmpty()) {
        CopierTarget none = before;
        none.path.clear();
        none.sources = none.sources.with(part->yield->items.sources().asControl());
        targets += none;
    }
}

void CopierNames::goOn(const jinja::Rendered &part, const QByteArrayList &rest, CopierTarget target,
                       bool isTemplate, QList<CopierTarget> &targets) const
{
    target.sources = target.sources.with(part.provenance.all());
    if (part.bytes == m_answersFile) {
        target.path = m_answersFile;
        target.shown = m_answersFile;
        targets += target;
        return;
    }
    if (part.bytes.isEmpty()) {
        target.path.clear();
        targets += target;
        return;
    }
    const bool isAbsolute = part.bytes.startsWith('/');
    target.path = isAbsolute ? part.bytes : joined(target.path, part.bytes);
    target.shown = isAbsolute ? m_mask.masked(part) : joined(target.shown, m_mask.masked(part));
    if (!rest.isEmpty())
        return render(rest, target, isTemplate, targets);
    target.path = purePath(target.path);
    target.shown = purePath(target.shown);
    if (target.path.startsWith('/') || target.path.split('/').contains("..")) {
        target.problem
            = {.code = u"template.path"_s,
               .message
               = text("Its name leads out of the service: “%1”.").arg(displayed(target.shown)),
               .hint = text("Give answers that make a path inside it.")};
    }
    const QByteArray sibling = target.path + m_settings.suffix.toUtf8();
    if (!isTemplate && m_tree.contains(sibling))
        target.path.clear();
    targets += target;
}

} // namespace waymark
