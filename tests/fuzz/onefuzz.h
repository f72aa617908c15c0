#pragma once

#include "models/jinja/engine.h"

namespace waymark::testing {

/// What a fuzzer tries: the first two bytes choose the language and its options, the rest is a
/// template. It is read, and rendered twice with the same data, under limits that a try of a few
/// milliseconds keeps.
class FuzzTry
{
public:
    explicit FuzzTry(QByteArrayView input);

    /// What is wrong with the engine; empty where all holds: an error names its place, provenance
    /// covers all bytes in order, and a render with it gives the same as one without.
    [[nodiscard]] QString fault() const;

private:
    [[nodiscard]] QString placeFault(const Problem &problem) const;
    [[nodiscard]] QString provenanceFault(const jinja::Rendered &rendered) const;
    [[nodiscard]] Result<jinja::Rendered> rendered(const jinja::Template &source,
                                                   bool provenance) const;

    QByteArray m_source;
    jinja::Options m_options;
};

} // namespace waymark::testing
