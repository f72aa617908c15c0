#pragma once

#include "models/catalog/copiersettings.h"
#include "models/plan/copiertree.h"
#include "models/plan/jinjatexts.h"

namespace waymark {

/// What one file, folder or link of a template becomes: a path, and what its content sees.
struct CopierTarget
{
    QByteArray path = {}; ///< Below the service; empty: it is left out.
    QByteArray shown = {}; ///< Without secrets.
    jinja::Sources sources = {};
    jinja::TaggedValue extra = jinja::TaggedValue::fromMap({}); ///< Variables of loops in names.
    std::optional<Problem> problem = {}; ///< Why it has no path.
};

class SecretMask;

/// Renders the names of a template's files as Copier does: name by name, with loops.
class CopierNames
{
public:
    /// All of them outlive it. `answersFile` is where the answers are kept.
    CopierNames(const CopierSettings &settings, const CopierTree &tree,
                const jinja::Environment &language, JinjaTexts &texts, const SecretMask &mask,
                const QByteArray &answersFile);

    /// Whether `source` is a template, by its name.
    [[nodiscard]] bool isTemplate(const QByteArray &path) const;
    /// All that comes of `source`, which stands below the folder `subdirectory`; what is left out
    /// by its name has no path.
    [[nodiscard]] QList<CopierTarget> targetsOf(const CopierSource &source,
                                                const QByteArray &subdirectory) const;

private:
    struct Part;
    void render(const QByteArrayList &parts, const CopierTarget &before, bool isTemplate,
                QList<CopierTarget> &targets) const;
    [[nodiscard]] Result<jinja::YieldingRender> renderedPart(const QByteArray &part,
                                                             const CopierTarget &target) const;
    void goOn(const jinja::Rendered &part, const QByteArrayList &rest, CopierTarget target,
              bool isTemplate, QList<CopierTarget> &targets) const;

    const CopierSettings &m_settings;
    const CopierTree &m_tree;
    const jinja::Environment &m_language;
    JinjaTexts &m_texts;
    const SecretMask &m_mask;
    QByteArray m_answersFile;
};

} // namespace waymark
