namespace IspPortal.Core.Mapping.Causes;

/// <summary>
/// Finds the smallest set of elements that explains bad lines: a fault lies where many bad lines meet and few good ones pass. The plant is a tree, so the smallest set is found by
/// asking every element whether it explains what is below it by itself, or its parts do so with fewer.
/// </summary>
public static class SharedCauses
{
    /// <summary>Finds them, those with the most bad lines first.</summary>
    /// <param name="leaves">The lines.</param>
    /// <param name="leastBad">An element with fewer bad lines below explains none.</param>
    /// <param name="leastShare">Nor one of whose known lines a smaller share is bad, 0–1.</param>
    public static IReadOnlyList<SharedCause> Find(IReadOnlyCollection<PlantLeaf> leaves, int leastBad, double leastShare)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastBad, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(leastShare, 0);
        var found = new List<SharedCause>();
        foreach (var top in Grow(leaves).Children.Values)
        {
            top.Explain(leastBad, leastShare, found);
        }

        return [.. found.OrderByDescending(c => c.Bad.Count).ThenBy(c => c.Element.Id)];
    }

    private static Branch Grow(IReadOnlyCollection<PlantLeaf> leaves)
    {
        var root = new Branch(default);
        foreach (var leaf in leaves)
        {
            var at = root;
            foreach (var element in leaf.Path)
            {
                at = at.Under(element);
                at.Count(leaf);
            }
        }

        return root;
    }

    private sealed class Branch(PlantElement element)
    {
        private readonly List<Guid> _bad = [];
        private int _known;

        public Dictionary<PlantElement, Branch> Children { get; } = [];

        public Branch Under(PlantElement child)
        {
            if (!Children.TryGetValue(child, out var branch))
            {
                Children[child] = branch = new Branch(child);
            }

            return branch;
        }

        public void Count(PlantLeaf leaf)
        {
            _known += leaf.IsBad is null ? 0 : 1;
            if (leaf.IsBad == true)
            {
                _bad.Add(leaf.Id);
            }
        }

        /// <summary>Adds what explains the bad lines below; how many things it takes, a line that nothing explains being one.</summary>
        public int Explain(int leastBad, double leastShare, List<SharedCause> found)
        {
            if (_bad.Count == 0)
            {
                return 0;
            }

            var parts = new List<SharedCause>();
            var cost = Children.Values.Sum(child => child.Explain(leastBad, leastShare, parts));

            // Lines that end right here are their own only cause.
            cost += _bad.Count - Children.Values.Sum(child => child._bad.Count);
            if (_bad.Count < leastBad || _bad.Count < leastShare * _known || (cost <= 1 && parts.Count == 1 && parts[0].Bad.Count == _bad.Count))
            {
                Widen(parts);
                found.AddRange(parts);
                return cost;
            }

            found.Add(new SharedCause([element], _bad, _known));
            return 1;
        }

        // An element with the very same lines below it is as much a suspect as the one nearer to them.
        private void Widen(List<SharedCause> parts)
        {
            if (parts.Count == 1 && parts[0].Bad.Count == _bad.Count && parts[0].Known == _known)
            {
                parts[0] = parts[0] with { Suspects = [.. parts[0].Suspects, element] };
            }
        }
    }
}
