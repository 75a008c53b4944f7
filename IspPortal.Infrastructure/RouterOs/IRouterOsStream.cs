using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>
/// Rows of a listen or monitor command, as they come. One reader. The enumeration ends when the router ends the command, the connection
/// falls, or the stream is disposed, which sends <c>/cancel</c>. It does not come back by itself after a redial.
/// </summary>
internal interface IRouterOsStream : IAsyncEnumerable<RouterOsRow>, IAsyncDisposable
{
    /// <summary>Why it ended; null while it runs and after an end that was asked for.</summary>
    Error? EndReason { get; }

    /// <summary>True once no more rows will come.</summary>
    bool HasEnded { get; }
}
