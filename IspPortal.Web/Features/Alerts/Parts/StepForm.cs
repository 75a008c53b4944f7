using System.Globalization;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Messaging;

namespace IspPortal.Web.Features.Alerts.Parts;

/// <summary>A step of a policy while it is typed. One room is offered; further ones of a step made elsewhere stay.</summary>
internal sealed class StepForm
{
    private IReadOnlyList<AlertRoom> _others = [];

    public string AfterMinutes { get; set; } = "0";

    public bool OnCall { get; set; }

    public HashSet<string> Roles { get; init; } = new(StringComparer.Ordinal);

    public HashSet<Guid> UserIds { get; init; } = [];

    public string RoomChannel { get; set; } = "";

    public string RoomAddress { get; set; } = "";

    public static StepForm Of(AlertStep step) => new()
    {
        AfterMinutes = step.AfterMinutes.ToString(CultureInfo.InvariantCulture),
        OnCall = step.OnCall,
        Roles = new HashSet<string>(step.Roles, StringComparer.Ordinal),
        UserIds = [.. step.UserIds],
        RoomChannel = step.Rooms.Count > 0 ? step.Rooms[0].Channel.ToString() : "",
        RoomAddress = step.Rooms.Count > 0 ? step.Rooms[0].Address : "",
        _others = [.. step.Rooms.Skip(1)],
    };

    /// <summary>What was typed; minutes that are no number are refused as out of order.</summary>
    public AlertStep Read() => new()
    {
        AfterMinutes = int.TryParse(AfterMinutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : -1,
        OnCall = OnCall,
        Roles = [.. Roles],
        UserIds = [.. UserIds],
        Rooms = Enum.TryParse<MessageChannel>(RoomChannel, out var channel) ? [new AlertRoom(channel, RoomAddress.Trim()), .. _others] : _others,
    };
}
