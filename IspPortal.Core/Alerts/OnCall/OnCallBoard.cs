namespace IspPortal.Core.Alerts.OnCall;

/// <summary>Who is on call, now and next.</summary>
/// <param name="NowUserId">Who now, or null: nobody.</param>
/// <param name="Rota">The rota as it stands.</param>
/// <param name="Version">The rota's version; 0: there was none yet.</param>
/// <param name="Turns">The turns from now on.</param>
/// <param name="People">Everybody with an account who may see alerts, by name.</param>
public sealed record OnCallBoard(Guid? NowUserId, SaveOnCallRequest Rota, long Version, IReadOnlyList<OnCallTurn> Turns, IReadOnlyList<StaffRow> People)
{
    /// <summary>The name of one of the people, or null.</summary>
    public string? NameOf(Guid userId) => People.FirstOrDefault(p => p.UserId == userId)?.Name;
}
