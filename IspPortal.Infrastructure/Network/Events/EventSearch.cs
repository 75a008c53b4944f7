using System.Buffers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>
/// What a search text means among sessions. A name is looked up among the lines first, of which there are few beside their sessions; a whole address is looked up in its
/// index; only a part of an address is looked for in every session.
/// </summary>
/// <param name="Text">In lower case.</param>
/// <param name="AccessIds">The lines of that name; null when they are too many to be listed.</param>
/// <param name="Address">The text as a whole address, or null.</param>
internal sealed record EventSearch(string Text, List<Guid>? AccessIds, string? Address)
{
    private const int MostListed = 200;

    // Each is a part of its own in one statement.
    private const int MostApart = 40;

    private static readonly SearchValues<char> OfAddresses = SearchValues.Create("0123456789abcdef.:");

    /// <summary>Whether a session's address may hold the text without being it.</summary>
    public bool IsPartOfAddress => Address is null && Text.AsSpan().ContainsAny('.', ':') && !Text.AsSpan().ContainsAnyExcept(OfAddresses);

    /// <summary>The lines when they are few and nothing but their sessions is meant; null otherwise.</summary>
    public IReadOnlyList<Guid>? FewLines => AccessIds is { Count: > 1 and <= MostApart } lines && Address is null && !IsPartOfAddress ? lines : null;

    /// <summary>Whether no session can be meant.</summary>
    public bool FindsNoSession => AccessIds is { Count: 0 } && Address is null && !IsPartOfAddress;

    public static async Task<EventSearch?> OfAsync(PortalDbContext context, string? text, CancellationToken cancellationToken)
    {
        if (text?.ToLowerInvariant() is not { } lower)
        {
            return null;
        }

        // When there are more than can be listed, which ones does not matter: in the order of their keys.
        var ids = await context.Set<AccessAccount>().Where(a => a.SearchKey.Contains(lower)).OrderBy(a => a.Id).Select(a => a.Id).Take(MostListed + 1).ToListAsync(cancellationToken);
        return new EventSearch(lower, ids.Count > MostListed ? null : ids, AddressOf(lower));
    }

    // "10.1" is read as an address too, and meant as the beginning of one.
    private static string? AddressOf(string text) => WholeAddress.TryParse(text, out var address) ? address.ToString() : null;
}
