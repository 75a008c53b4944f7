using IspPortal.Core.Common.Tables;
using IspPortal.Core.Reporting.Reports.Content;

namespace IspPortal.Infrastructure.Tables;

internal sealed class Workbooks : IWorkbooks
{
    public byte[] Write(string sheet, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<object?>> rows, TimeZoneInfo zone) => XlsxWriter.Write([new ReportSheet(sheet, headings, rows)], zone);
}
