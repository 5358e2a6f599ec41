using System.Globalization;

namespace Benchmarks.Harness;

/// <summary>Prints a table in Markdown.</summary>
internal sealed class Table
{
    private readonly List<string[]> _rows = [];

    public Table(string title, params string[] columns)
    {
        Console.WriteLine();
        Console.WriteLine("## " + title);
        Console.WriteLine();
        _rows.Add(columns);
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        _rows.Insert(1, Array.ConvertAll(widths, static width => new string('-', width)));
        foreach (var row in _rows)
        {
            Console.WriteLine("| " + string.Join(" | ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))) + " |");
        }
    }

    public static string Number(double value, string format = "N0") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e4 => Number(nanoseconds) + " ns",
        < 1e7 => Number(nanoseconds / 1e3, "N1") + " µs",
        _ => Number(nanoseconds / 1e6, "N1") + " ms",
    };
}
