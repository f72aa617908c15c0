#pragma once

#include "models/plan/plan.h"
#include "models/plan/recent.h"

namespace waymark {

/// Hashes of the files of one plan after the other: the same content is hashed once.
class ContentHashes
{
public:
    void begin() { m_known.turn(); }
    /// contentHash() of what stands, or will stand (`isNew`), at `path`.
    [[nodiscard]] QByteArray of(const QByteArray &path, bool isNew, const QByteArray &content);

private:
    struct Hashed
    {
        QByteArray content;
        QByteArray hash;
    };
    Recent<std::pair<QByteArray, bool>, Hashed> m_known;
};

/// planHash() with what `hashes` knows.
[[nodiscard]] QByteArray planHash(const Plan &plan, ContentHashes &hashes);

/// Whether both hold the same; where they share it, that is not looked at.
[[nodiscard]] inline bool isSameContent(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && (a.constData() == b.constData() || a == b);
}

} // namespace waymark
