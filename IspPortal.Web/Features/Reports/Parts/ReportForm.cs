using IspPortal.Core.Reporting.Reports;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Reports.Parts;

/// <summary>What an order is filled in with.</summary>
public sealed class ReportForm
{
    private static readonly char[] Separators = [',', ';', ' ', '\n', '\r', '\t'];

    public string Language { get; set; } = "id";

    public HashSet<ReportFormat> Formats { get; } = [ReportFormat.Pdf];

    public List<PickOption> Routers { get; } = [];

    public string Recipients { get; set; } = "";

    public ReportOrder ToOrder(ReportKind kind, DateOnly fromOn, DateOnly toOn) => new()
    {
        Kind = kind,
        FromOn = fromOn,
        ToOn = toOn,
        Language = Language,
        Formats = [.. Formats.Order()],
        RouterIds = [.. Routers.Select(router => Guid.Parse(router.Value))],
        Recipients = Recipients.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    public static ReportForm Of(ReportOrder order, IReadOnlyList<PickOption> routers)
    {
        var form = new ReportForm { Language = order.Language, Recipients = string.Join(", ", order.Recipients) };
        form.Formats.Clear();
        form.Formats.UnionWith(order.Formats);
        form.Routers.AddRange(routers);
        return form;
    }
}
