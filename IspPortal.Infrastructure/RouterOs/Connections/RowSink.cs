using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>Where the rows of a command go.</summary>
internal abstract class RowSink
{
    /// <summary>False: no room, end the command.</summary>
    public abstract bool Take(in SentenceView sentence);

    /// <summary>No more rows; <paramref name="error"/> is null after a clean end.</summary>
    public virtual void Ended(Error? error)
    {
    }
}
