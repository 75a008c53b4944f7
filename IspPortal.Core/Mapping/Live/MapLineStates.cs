using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Mapping.Live;

/// <summary>The one place that says which state of the map follows from what a line should do and whether it is online.</summary>
public static class MapLineStates
{
    /// <summary>How many states there are.</summary>
    public const int Count = 5;

    private static readonly MapLineState[] WorstFirst = [MapLineState.Offline, MapLineState.Unknown, MapLineState.Isolated, MapLineState.Online];

    /// <summary>
    /// What is wanted decides before what is seen: a paused line that has no session is no fault, and an isolated one is isolated whether its modem is on or not.
    /// </summary>
    /// <param name="wanted">What the portal wants the line to do.</param>
    /// <param name="presence">Whether it is online.</param>
    public static MapLineState Of(AccessState wanted, AccessPresence presence) => wanted switch
    {
        AccessState.Absent or AccessState.Disabled => MapLineState.Off,
        AccessState.Isolated => MapLineState.Isolated,
        _ => presence switch
        {
            AccessPresence.Online => MapLineState.Online,
            AccessPresence.Offline => MapLineState.Offline,
            _ => MapLineState.Unknown,
        },
    };

    /// <summary>The worst of several lines at one place, for the colour of their mark: offline before unknown before isolated before online before off.</summary>
    /// <param name="states">How many lines of each state, by its number.</param>
    public static MapLineState WorstOf(IReadOnlyList<int> states)
    {
        foreach (var state in WorstFirst)
        {
            if (states[(int)state] > 0)
            {
                return state;
            }
        }

        return MapLineState.Off;
    }
}
