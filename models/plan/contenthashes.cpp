#include "models/plan/contenthashes.h"

#include "models/plan/planhash.h"

namespace waymark {

QByteArray ContentHashes::of(const QByteArray &path, bool isNew, const QByteArray &content)
{
    const std::pair key(path, isNew);
    Hashed *known = m_known.find(key);
    if (!known)
        known = &m_known.insert(key, {content, contentHash(content)});
    else if (!isSameContent(known->content, content))
        *known = {content, contentHash(content)};
    return known->hash;
}

} // namespace waymark
