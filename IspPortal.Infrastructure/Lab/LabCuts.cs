using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab;

/// <summary>What is cut in the lab of this process.</summary>
internal sealed class LabCuts
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (LabCut Cut, IReadOnlyList<(string Router, IReadOnlySet<string> Users)> Users)> _cuts = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<LabCut> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _cuts.Values.Select(c => c.Cut).OrderBy(c => c.Name, StringComparer.Ordinal)];
            }
        }
    }

    public void Add(LabCut cut, IReadOnlyList<(string Router, IReadOnlySet<string> Users)> users)
    {
        lock (_gate)
        {
            _cuts[cut.Name] = (cut, users);
        }
    }

    /// <summary>Whose modems come back to light when that cut is mended: not those that another cut keeps dark. Null: nothing of that name is cut.</summary>
    public IReadOnlyList<(string Router, IReadOnlySet<string> Users)>? Take(string name)
    {
        lock (_gate)
        {
            if (!_cuts.Remove(name, out var mended))
            {
                return null;
            }

            var dark = _cuts.Values.SelectMany(c => c.Users).ToLookup(u => u.Router, u => u.Users);
            return [.. mended.Users.Select(some => (some.Router, (IReadOnlySet<string>)some.Users.Where(user => !dark[some.Router].Any(users => users.Contains(user))).ToHashSet()))];
        }
    }
}
