using IspPortal.Core.Billing.Dunning;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Dunning.Parts;

/// <summary>Small forms that the pages of late accounts share.</summary>
internal static class DunningWords
{
    public static DunningFilter FilterOf(Func<string, string?> valueOf) => new(EnumOf<DunningStage>(valueOf("stage")), EnumOf<DunningObstacle>(valueOf("held")));

    public static TEnum? EnumOf<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>What a text is called where a run that ends lines has words of its own.</summary>
    public static string KeyOf(DunningRunKind kind, string key) => kind == DunningRunKind.Termination ? key + ".Termination" : key;

    public static string WordOf(Enum value) => value.ToString().ToLowerInvariant();

    public static Tone ToneOf(DunningStage stage) => stage switch
    {
        DunningStage.Clear => Tone.Good,
        DunningStage.Promised => Tone.Info,
        DunningStage.Late or DunningStage.Warned => Tone.Warning,
        _ => Tone.Bad,
    };

    public static Tone ToneOf(PromiseState state) => state switch
    {
        PromiseState.Kept => Tone.Good,
        PromiseState.Open => Tone.Info,
        PromiseState.Broken => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(IsolirRunState state, int failed) => state switch
    {
        IsolirRunState.Done => failed > 0 ? Tone.Warning : Tone.Good,
        IsolirRunState.Waiting => Tone.Warning,
        IsolirRunState.Discarded or IsolirRunState.Undone => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone ToneOf(IsolirItemState state) => state switch
    {
        IsolirItemState.Isolated or IsolirItemState.Ended => Tone.Good,
        IsolirItemState.Failed => Tone.Bad,
        IsolirItemState.Held or IsolirItemState.LeftOut => Tone.Warning,
        IsolirItemState.Undone => Tone.Neutral,
        _ => Tone.Info,
    };
}
