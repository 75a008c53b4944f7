using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Dialects;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>
/// One router over its binary API. Every call dials and logs in when there is no open connection. Failures are results with codes
/// <c>routeros.*</c>; only cancellation by the caller throws.
/// </summary>
internal interface IRouterOsClient
{
    Guid RouterId { get; }

    RouterOsLinkState State { get; }

    /// <summary>Null until the first connection, and when the account may not read it.</summary>
    RouterOsVersion? Version { get; }

    /// <summary>What this router's version does differently. That of version 7 until the version is known.</summary>
    IRouterOsDialect Dialect { get; }

    RouterApiCost Cost { get; }

    /// <summary>Why the last dial or connection ended, or null while it is open.</summary>
    Error? LastFault { get; }

    /// <summary>SHA-256 of the certificate the router showed last, upper-case hex without separators; null without TLS.</summary>
    string? PresentedCertificateSha256 { get; }

    /// <summary>Dials and logs in, if that is not done.</summary>
    Task<Result> ConnectAsync(CancellationToken ct);

    /// <summary>Runs a command whose rows nobody wants.</summary>
    Task<Result<ReplyDone>> ExecuteAsync(RouterOsCommand command, CancellationToken ct);

    /// <summary>Reads a small table as generic rows.</summary>
    Task<Result<IReadOnlyList<RouterOsRow>>> PrintAsync(RouterOsCommand command, CancellationToken ct);

    /// <summary>Reads a large table; the value is the number of rows added to <paramref name="into"/>. After a failure it holds a part: throw it away.</summary>
    Task<Result<int>> ReadAsync<TRow>(RouterOsCommand command, IRowReader<TRow> reader, ICollection<TRow> into, CancellationToken ct);

    /// <summary>Starts a command that never ends by itself (listen, monitor). It does not count against the commands in flight.</summary>
    Task<Result<IRouterOsStream>> OpenStreamAsync(RouterOsCommand command, CancellationToken ct);
}
