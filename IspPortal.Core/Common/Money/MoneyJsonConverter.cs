using System.Text.Json;
using System.Text.Json.Serialization;

namespace IspPortal.Core.Common.Money;

/// <summary>Rupiah as a whole number of JSON; what is written in another currency is an object and cannot be mistaken for it.</summary>
internal sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Money.Idr(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        if (value.Currency == Currency.Idr)
        {
            writer.WriteNumberValue(value.Minor);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Minor);
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
