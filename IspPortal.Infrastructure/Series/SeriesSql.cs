using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>Commands with named parameters, on every provider alike.</summary>
internal static class SeriesSql
{
    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Id(byte[] bytes) => new(bytes, bigEndian: true);

    public static DbCommand Command(DbConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static string Table(SeriesResolution resolution) => resolution switch
    {
        SeriesResolution.Raw => "series_raw",
        SeriesResolution.FiveMinutes => "series_5m",
        _ => "series_1h",
    };

    /// <summary>The table of whole groups added up.</summary>
    public static string SumTable(SeriesResolution resolution) => resolution == SeriesResolution.Hour ? "series_1h_sum" : "series_5m_sum";
}
