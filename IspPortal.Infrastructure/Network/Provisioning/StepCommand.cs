using System.Collections.Frozen;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>The sentences of a step.</summary>
internal static class StepCommand
{
    // A value of these types cannot be empty; the property has to be taken away.
    private static readonly FrozenSet<string> CannotBeEmpty = FrozenSet.Create(
        StringComparer.Ordinal, "remote-address", "local-address", "address", "mac-address", "session-timeout", "idle-timeout", "address-pool", "parent-queue", "queue-type", "bridge", "interface-list");

    /// <summary>One sentence, or two when properties have to be taken away as well.</summary>
    public static IEnumerable<RouterOsCommand> Of(PlanStep step, string? itemId, string? placeBefore)
    {
        switch (step.Verb)
        {
            case PlanVerb.Add:
                var add = step.After.Where(f => !string.IsNullOrEmpty(f.Value)).Aggregate(new RouterOsCommand(step.Menu + "/add"), (built, f) => built.With(f.Key, f.Value!));
                add = step.PasswordAfter is null ? add : add.With("password", step.PasswordAfter);
                yield return placeBefore is null ? add : add.With("place-before", placeBefore);
                break;
            case PlanVerb.Remove or PlanVerb.Kick:
                yield return new RouterOsCommand(step.Menu + "/remove").With(".id", itemId!);
                break;
            default:
                var taken = step.After.Where(f => string.IsNullOrEmpty(f.Value) && CannotBeEmpty.Contains(f.Key)).Select(f => f.Key).ToList();
                foreach (var property in taken)
                {
                    yield return new RouterOsCommand(step.Menu + "/unset").With(".id", itemId!).With("value-name", property);
                }

                var set = step.After.Where(f => !taken.Contains(f.Key)).Aggregate(new RouterOsCommand(step.Menu + "/set").With(".id", itemId!), (built, f) => built.With(f.Key, f.Value ?? string.Empty));
                set = step.PasswordAfter is null ? set : set.With("password", step.PasswordAfter);
                if (set.Words.Length > 1)
                {
                    yield return set;
                }

                break;
        }
    }
}
