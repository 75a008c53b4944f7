using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>Turns a sentence into a typed row without anything in between. Stateless: one instance serves all routers at once.</summary>
internal interface IRowReader<TRow>
{
    /// <summary>False passes the row over (a progress row, a row without a name).</summary>
    bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out TRow row);
}
