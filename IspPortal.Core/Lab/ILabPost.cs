using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Lab;

/// <summary>The providers of messages that the lab stands in for: what arrived there, and their faults. Changing needs <see cref="LabPermissions.LabWrite"/>.</summary>
public interface ILabPost
{
    /// <summary>Whether they run in this process.</summary>
    bool IsRunning { get; }

    /// <summary>What arrived, the newest first.</summary>
    IReadOnlyList<LabLetter> Inbox(int most);

    /// <summary>Every provider.</summary>
    IReadOnlyList<LabProviderState> Providers();

    /// <summary>Makes a provider misbehave until it is told otherwise; null: it behaves.</summary>
    Result Throw(LabProvider provider, LabPostFault? fault);

    /// <summary>Empties the inbox.</summary>
    Result Empty();
}
