using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Remembers that a router does not have something, or does not let us have it, so that it is not asked for every minute.</summary>
internal sealed class Refusals
{
    private const int TimesLeftOut = 60;

    private readonly Dictionary<string, int> _left = [];

    /// <summary>Whether it is worth asking.</summary>
    public bool Ask(string what)
    {
        if (!_left.TryGetValue(what, out var left))
        {
            return true;
        }

        if (left > 0)
        {
            _left[what] = left - 1;
            return false;
        }

        _left.Remove(what);
        return true;
    }

    /// <summary>Takes an error: one that another try will not mend is remembered.</summary>
    public void Take(string what, Error error)
    {
        if (error.Code.StartsWith("routeros.trap_", StringComparison.Ordinal))
        {
            _left[what] = TimesLeftOut;
        }
    }
}
