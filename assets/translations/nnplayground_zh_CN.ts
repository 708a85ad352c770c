<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>ActionSearch</name>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>找到的操作</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>Range {0}.</source>
        <translation>值域 {0}。</translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>test points</source>
        <translation>测试点</translation>
    </message>
    <message>
        <source>Show the samples that the network does not train on</source>
        <translation>显示不参与训练的样本</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑着色</translation>
    </message>
    <message>
        <source>Shade by the size of the answer, or show only which side wins</source>
        <translation>按输出大小着色，或只显示判为哪一类</translation>
    </message>
    <message>
        <source>Press Play to train</source>
        <translation>按“播放”开始训练</translation>
    </message>
    <message>
        <source>A boundary can be drawn for data with two inputs on a plane, such as circle, spiral or moons.</source>
        <translation>只有平面上两个输入的数据才能画出决策边界，例如圆环、螺旋或双月。</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>acc</source>
        <translation>准确率</translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>Add {layer}</source>
        <translation>添加{layer}</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <translation>剪贴板中没有网络层。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>更改单元数</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>This network has no layers. Drag one from Layers, or add the first here.</source>
        <translation>这个网络还没有层。从“网络层”拖入一层，或在这里添加第一层。</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Network canvas</source>
        <translation>网络画布</translation>
    </message>
    <message>
        <source>Layers in order: {list}.</source>
        <translation>各层依次为：{list}。</translation>
    </message>
</context>
<context>
    <name>CsvPanel</name>
    <message>
        <source>Your file</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target is a</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Scale target</source>
        <translation>标准化目标</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>{0} rows · {1} columns</source>
        <translation>{0} 行 · {1} 列</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{0} different values</source>
        <translation>{0} 个不同的值</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>train ┄</source>
        <translation>训练 ┄</translation>
    </message>
    <message>
        <source>Show the training set, dotted</source>
        <translation>显示训练集（虚线）</translation>
    </message>
    <message>
        <source>test —</source>
        <translation>测试 —</translation>
    </message>
    <message>
        <source>Show the test set, solid</source>
        <translation>显示测试集（实线）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Draw the values on a logarithmic scale</source>
        <translation>使用对数刻度</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Average over neighbouring epochs; the exact curve stays faintly behind</source>
        <translation>对相邻各轮取平均；原始曲线以浅色保留</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑程度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Undo zooming; a double click does the same</source>
        <translation>取消缩放；双击效果相同</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Training begins …</source>
        <translation>训练即将开始…</translation>
    </message>
    <message>
        <source>Press Play to train</source>
        <translation>按“播放”开始训练</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>{0} 轮</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Coord. noise</source>
        <translation>坐标噪声</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数据</translation>
    </message>
    <message>
        <source>Open a CSV file…</source>
        <translation>打开 CSV 文件…</translation>
    </message>
    <message>
        <source>Learn from a table of your own; it can also be dropped here.</source>
        <translation>用自己的表格学习；也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Draw and split anew, with the next data seed.</source>
        <translation>用下一个数据种子重新抽样和划分。</translation>
    </message>
    <message>
        <source>New data</source>
        <translation>新数据</translation>
    </message>
    <message>
        <source>Change data to {0}</source>
        <translation>数据改为{0}</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>更改数据</translation>
    </message>
    <message>
        <source>Open a CSV file</source>
        <translation>打开 CSV 文件</translation>
    </message>
    <message>
        <source>This version does not know these data; choose others to train.</source>
        <translation>此版本不认识这份数据；请选择其他数据来训练。</translation>
    </message>
    <message>
        <source>{0} train</source>
        <translation>{0} 训练</translation>
    </message>
</context>
<context>
    <name>DataSets</name>
    <message>
        <source>More data</source>
        <translation>更多数据</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Tear off, or put back</source>
        <translation>弹出为窗口，或放回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The training process is not running.</source>
        <translation>训练进程没有运行。</translation>
    </message>
    <message>
        <source>The training process ended.</source>
        <translation>训练进程已结束。</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>This version does not know it; pick another one to train.</source>
        <translation>此版本不认识它；请另选一个来训练。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>A change starts the training anew.</source>
        <translation>更改后将重新开始训练。</translation>
    </message>
</context>
<context>
    <name>ExperimentRow</name>
    <message>
        <source>A change starts the training anew.</source>
        <translation>更改后将重新开始训练。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>How many samples make one step; the gradient is their mean.</source>
        <translation>每一步使用多少样本；梯度取它们的平均。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation>随机梯度</translation>
    </message>
    <message>
        <source>full batch</source>
        <translation>全批</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>1 = stochastic, {0} = full batch</source>
        <translation>1 为随机梯度，{0} 为全批</translation>
    </message>
    <message>
        <source>1 step per epoch</source>
        <translation>每轮 1 步</translation>
    </message>
    <message>
        <source>{0} steps per epoch</source>
        <translation>每轮 {0} 步</translation>
    </message>
    <message>
        <source>{0}, {1}. {2}.</source>
        <translation>{0}，{1}。{2}。</translation>
    </message>
    <message>
        <source>How many times training goes through all samples.</source>
        <translation>训练遍历全部样本的次数。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Decides initial weights, order of batches and dropout.</source>
        <translation>决定初始权重、批次顺序和 Dropout。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where to compute; auto takes a graphics card where it is faster.</source>
        <translation>在哪里计算；自动时若显卡更快则用显卡。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>FactorField</name>
    <message>
        <source>Freeze: keep the weights of this layer as they are.</source>
        <translation>冻结：保持这一层的权重不变。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Something went wrong in nnplayground itself.</source>
        <translation>nnplayground 自身出现了错误。</translation>
    </message>
    <message>
        <source>Your experiment is still open; save it to be safe.</source>
        <translation>你的实验仍然打开着；为稳妥起见请保存。</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>{0} was not opened: {1}.</source>
        <translation>未能打开 {0}：{1}。</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Not saved: {0}.</source>
        <translation>未保存：{0}。</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的更改吗？</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>如果不保存，更改将会丢失。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Not exported: {0}</source>
        <translation>未导出：{0}</translation>
    </message>
    <message>
        <source>Exported {0}</source>
        <translation>已导出 {0}</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Takes effect at the next step, without a reset.</source>
        <translation>从下一步起生效，无需重置。</translation>
    </message>
    <message>
        <source>A change restarts training.</source>
        <translation>更改后训练会重新开始。</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Show the biases of each layer too</source>
        <translation>同时显示各层的偏置</translation>
    </message>
    <message>
        <source>{0} weights</source>
        <translation>{0} 个权重</translation>
    </message>
    <message>
        <source>mean {0} ± {1}</source>
        <translation>均值 {0} ± {1}</translation>
    </message>
    <message>
        <source>Press Play to train</source>
        <translation>按“播放”开始训练</translation>
    </message>
    <message>
        <source>This network has no weights yet: add a layer such as Linear.</source>
        <translation>这个网络还没有权重：请添加线性层之类的层。</translation>
    </message>
    <message>
        <source>{0} · bias</source>
        <translation>{0} · 偏置</translation>
    </message>
</context>
<context>
    <name>HoverMap</name>
    <message>
        <source>{layer} · unit {n}</source>
        <translation>{layer} · 单元 {n}</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How weights start, in every layer without an own choice.</source>
        <translation>没有单独设置的各层，其权重的初始值。</translation>
    </message>
    <message>
        <source>Select a layer on the canvas to see and change it here.</source>
        <translation>在画布上选择一层，即可在此查看和修改。</translation>
    </message>
    <message>
        <source>Values differ; a change sets all of them.</source>
        <translation>各层的值不同；更改会应用到全部。</translation>
    </message>
    <message>
        <source>This version does not know this layer; delete it to train.</source>
        <translation>此版本不认识这一层；删除它才能训练。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The function behind the layer.</source>
        <translation>这一层之后的函数。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>How the weights of this layer start.</source>
        <translation>这一层权重的初始值。</translation>
    </message>
    <message>
        <source>Network default</source>
        <translation>网络默认</translation>
    </message>
    <message>
        <source>LR factor</source>
        <translation>学习率倍数</translation>
    </message>
    <message>
        <source>Multiplies the learning rate of this layer. 0 freezes it.</source>
        <translation>乘在这一层的学习率上；0 表示冻结。</translation>
    </message>
    <message>
        <source>Frozen: this layer keeps its weights.</source>
        <translation>已冻结：这一层的权重保持不变。</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Copy the selected layers.</source>
        <translation>复制所选的层。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected layers.</source>
        <translation>删除所选的层。</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
    <message>
        <source>{0} layers · {1} parameters · {2} MACs per sample</source>
        <translation>{0} 层 · {1} 个参数 · 每样本 {2} 次乘加</translation>
    </message>
    <message>
        <source>{0} parameters · {1} MACs</source>
        <translation>{0} 个参数 · {1} 次乘加</translation>
    </message>
    <message>
        <source>Change layer</source>
        <translation>更改层</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>更改单元数</translation>
    </message>
    <message>
        <source>Change LR factor</source>
        <translation>更改学习率倍数</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>重命名层</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language: {0}</source>
        <translation>语言：{0}</translation>
    </message>
</context>
<context>
    <name>LayerPicker</name>
    <message>
        <source>Search layers</source>
        <translation>搜索网络层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
</context>
<context>
    <name>LayerStrengths</name>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>This experiment is no lesson. Choose one under Lessons.</source>
        <translation>这个实验不是课程。请在“课程”中选择一课。</translation>
    </message>
    <message>
        <source>Lesson: {0}</source>
        <translation>课程：{0}</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>There are no lessons in {0}.</source>
        <translation>{0} 中没有课程。</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>best {0}</source>
        <translation>最佳 {0}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Export &amp;plots</source>
        <translation>导出图表(&amp;P)</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>当前层</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>Starting again from the same initial weights</source>
        <translation>从相同的初始权重重新开始</translation>
    </message>
    <message>
        <source>Open a CSV file</source>
        <translation>打开 CSV 文件</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>New data</source>
        <translation>新数据</translation>
    </message>
    <message>
        <source>nnplayground {0}

MIT licence. Built with Qt for Python (LGPL), pyqtgraph (MIT), PyTorch (BSD).</source>
        <translation>nnplayground {0}

MIT 许可证。基于 Qt for Python (LGPL)、pyqtgraph (MIT) 和 PyTorch (BSD)。</translation>
    </message>
    <message>
        <source>About nnplayground</source>
        <translation>关于 nnplayground</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>撤销：{0}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>重做：{0}(&amp;R)</translation>
    </message>
    <message>
        <source>The training process ended. Restart it from Problems; your experiment is unharmed.</source>
        <translation>训练进程已结束。请在“问题”中重新启动；你的实验没有受损。</translation>
    </message>
    <message>
        <source>A running training cannot take this change over: it starts again, unchanged layers kept.</source>
        <translation>正在进行的训练无法沿用这一更改：训练会重新开始，未改动的层保留权重。</translation>
    </message>
    <message>
        <source>A running training cannot take this change over: it starts again from initial weights.</source>
        <translation>正在进行的训练无法沿用这一更改：训练会从初始权重重新开始。</translation>
    </message>
    <message>
        <source>Problems {0}</source>
        <translation>问题 {0}</translation>
    </message>
</context>
<context>
    <name>MetricsView</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>no metrics</source>
        <translation>没有指标</translation>
    </message>
    <message>
        <source>Choose what to show</source>
        <translation>选择要显示的指标</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>loss of each batch</source>
        <translation>每批的损失</translation>
    </message>
</context>
<context>
    <name>NameTitle</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name on the card; click to change it.</source>
        <translation>卡片上的名称；点击可修改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Search layers</source>
        <translation>搜索网络层</translation>
    </message>
    <message>
        <source>No layer of that name.</source>
        <translation>没有这个名称的层。</translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Go to {0}</source>
        <translation>转到 {0}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Nothing stands in the way of training.</source>
        <translation>没有妨碍训练的问题。</translation>
    </message>
    <message>
        <source>The training process ended</source>
        <translation>训练进程已结束</translation>
    </message>
    <message>
        <source>Your experiment is unharmed. Restart goes on from the last checkpoint.</source>
        <translation>你的实验没有受损。重新启动会从上一个检查点继续。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show the layer</source>
        <translation>显示该层</translation>
    </message>
</context>
<context>
    <name>QuickUnits</name>
    <message>
        <source>{0} units</source>
        <translation>{0} 个单元</translation>
    </message>
</context>
<context>
    <name>RegularizerRow</name>
    <message>
        <source>Switch on {0}</source>
        <translation>开启{0}</translation>
    </message>
    <message>
        <source>Switch off {0}</source>
        <translation>关闭{0}</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Not saved to a file yet</source>
        <translation>尚未保存到文件</translation>
    </message>
    <message>
        <source>{0} parameters     {1} MACs</source>
        <translation>{0} 个参数     {1} 次乘加</translation>
    </message>
    <message>
        <source>MACs: multiply-accumulate operations for one sample, forward</source>
        <translation>次乘加：一个样本前向计算所需的乘加运算（MAC）次数</translation>
    </message>
    <message>
        <source>engine {0} MB · window {1} MB</source>
        <translation>引擎 {0} MB · 窗口 {1} MB</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} 步/秒</translation>
    </message>
</context>
<context>
    <name>Tick</name>
    <message>
        <source>Not yet</source>
        <translation>尚未达到</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未达到</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Name of the layer</source>
        <translation>层的名称</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How gradients become steps.</source>
        <translation>如何由梯度得到更新步。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch.</source>
        <translation>学习率如何逐轮变化。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>训练要减小的量。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How weights start, in every layer without an own choice.</source>
        <translation>没有单独设置的各层，其权重的初始值。</translation>
    </message>
    <message>
        <source>Over the residual.</source>
        <translation>横轴为残差。</translation>
    </message>
    <message>
        <source>Over the logit of the true class.</source>
        <translation>横轴为真实类别的 logit。</translation>
    </message>
    <message>
        <source>Changes here reach the variant “{0}” alone.</source>
        <translation>这里的更改只影响变体“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is the base: changes here reach every variant that has no value of its own.</source>
        <translation>“{0}”是基准：这里的更改会影响所有没有单独取值的变体。</translation>
    </message>
    <message>
        <source>Learning rate {0} → {1} over {2} epochs</source>
        <translation>学习率 {0} → {1}，共 {2} 轮</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>单批</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>单轮</translation>
    </message>
    <message>
        <source>Steps per second of each variant, from one to as fast as the machine can</source>
        <translation>每个变体每秒的步数，从一步到机器的最快速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>/ {0} epochs</source>
        <translation>/ {0} 轮</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>{0} / s</source>
        <translation>{0} / 秒</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>training process lost</source>
        <translation>训练进程已丢失</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>see Problems</source>
        <translation>见“问题”</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} 步/秒</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Reset to {value}</source>
        <translation>恢复为 {value}</translation>
    </message>
</context>
<context>
    <name>VariantBar</name>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>+ variant</source>
        <translation>+ 变体</translation>
    </message>
    <message>
        <source>Train a copy side by side: same data, same initial weights, one thing changed.</source>
        <translation>并排训练一个副本：数据相同、初始权重相同，只改一处。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>变体的名称</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Rename variant</source>
        <translation>重命名变体</translation>
    </message>
    <message>
        <source>Delete variant</source>
        <translation>删除变体</translation>
    </message>
</context>
<context>
    <name>ViewFrame</name>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG 图片 (*.png);;SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Copied the picture</source>
        <translation>已复制图片</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>ViewHeader</name>
    <message>
        <source>Save and more</source>
        <translation>保存及更多</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a &amp;CSV file as data…</source>
        <translation>打开 CSV 文件作为数据(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Export {0}…</source>
        <translation>导出{0}…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Search &amp;actions…</source>
        <translation>搜索操作(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>训练一批(&amp;B)</translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation>训练一轮(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Reset to the same initial weights</source>
        <translation>重置到相同的初始权重(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New seed: other initial weights and batch order</source>
        <translation>新种子：换一组初始权重和批次顺序(&amp;N)</translation>
    </message>
    <message>
        <source>New &amp;data of the same kind</source>
        <translation>同类的新数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>减速(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加速(&amp;F)</translation>
    </message>
    <message>
        <source>Slow &amp;motion: one step per second</source>
        <translation>慢动作：每秒一步(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ull speed</source>
        <translation>全速(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keep the weights of unchanged layers after an edit</source>
        <translation>编辑后保留未改动层的权重(&amp;K)</translation>
    </message>
    <message>
        <source>Restart the &amp;training process</source>
        <translation>重新启动训练进程(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add a layer…</source>
        <translation>添加层(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Tidy the layout</source>
        <translation>整理布局(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the &amp;next variant</source>
        <translation>显示下一个变体(&amp;N)</translation>
    </message>
    <message>
        <source>Layout: &amp;Build</source>
        <translation>布局：搭建(&amp;B)</translation>
    </message>
    <message>
        <source>Layout: &amp;Train</source>
        <translation>布局：训练(&amp;T)</translation>
    </message>
    <message>
        <source>Layout: &amp;Analyse</source>
        <translation>布局：分析(&amp;A)</translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>显示{0}</translation>
    </message>
    <message>
        <source>Tear off {0}</source>
        <translation>弹出{0}</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>浅色或深色(&amp;L)</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>明暗跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Language: as the &amp;system</source>
        <translation>语言：跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Language: &amp;English</source>
        <translation>语言：English(&amp;E)</translation>
    </message>
    <message>
        <source>Language: &amp;Chinese (中文)</source>
        <translation>语言：中文(&amp;C)</translation>
    </message>
    <message>
        <source>Go to the &amp;canvas</source>
        <translation>转到画布(&amp;C)</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About nnplayground</source>
        <translation>关于 nnplayground(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tear off</source>
        <translation>弹出(&amp;T)</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>1 param</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>{n} params</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Add layer after…</source>
        <translation>在其后添加层…</translation>
    </message>
    <message>
        <source>Let weights learn</source>
        <translation>恢复学习</translation>
    </message>
    <message>
        <source>Freeze weights</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Insert layer…</source>
        <translation>插入层…</translation>
    </message>
    <message>
        <source>Add layer…</source>
        <translation>添加层…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>适合视图</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>(A,) and (B,) become (A + B,); all other dimensions must agree.</source>
        <translation>(A,) 和 (B,) 变为 (A + B,)；其他维度必须一致。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C · H · W,).</source>
        <translation>(C, H, W) 变为 (C · H · W,)。</translation>
    </message>
    <message>
        <source>(x − y)². Classes become −1 and +1, or 0 and 1 for each of three and more.</source>
        <translation>(x − y)²。两类取 −1 和 +1；三类及以上时每类取 0 或 1。</translation>
    </message>
    <message>
        <source>(x1 + x2) / 10 for x1, x2 ~ U(−6, 6). Label noise: the target is that of the point shifted by U(−6, 6) · noise. Coordinate noise moves points by as much.</source>
        <translation>(x1 + x2) / 10，其中 x1, x2 ~ U(−6, 6)。标签噪声：目标取自移动 U(−6, 6) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>1 − Σ(y − ŷ)² / Σ(y − ȳ)².</source>
        <translation>1 − Σ(y − ŷ)² / Σ(y − ȳ)²。</translation>
    </message>
    <message>
        <source>1,797 images from 43 people, pixels divided by 16. Alpaydin &amp; Kaynak, 1998. A dense layer needs Flatten before it.</source>
        <translation>来自 43 人的 1,797 张图像，像素值除以 16。Alpaydin &amp; Kaynak, 1998。接全连接层之前需要展平层。</translation>
    </message>
    <message>
        <source>150 flowers, 4 inputs. Fisher, 1936.</source>
        <translation>150 朵花，4 个输入。Fisher, 1936。</translation>
    </message>
    <message>
        <source>178 wines, 13 inputs. Forina et al., 1991.</source>
        <translation>178 种酒，13 个输入。Forina 等, 1991。</translation>
    </message>
    <message>
        <source>442 patients, 10 inputs; the target is (y − 152) / 77, about mean 0 and deviation 1. Efron et al., 2004.</source>
        <translation>442 位患者，10 个输入；目标为 (y − 152) / 77，均值约为 0，标准差约为 1。Efron 等, 2004。</translation>
    </message>
    <message>
        <source>569 tumours, 30 inputs. Street, Wolberg &amp; Mangasarian, 1993.</source>
        <translation>569 个肿瘤，30 个输入。Street, Wolberg &amp; Mangasarian, 1993。</translation>
    </message>
    <message>
        <source>A PyTorch script that stands alone and trains the same network on the same data.</source>
        <translation>可独立运行的 PyTorch 脚本，用相同的数据训练相同的网络。</translation>
    </message>
    <message>
        <source>A dense layer: each unit adds up all inputs, each times a weight of its own, and a bias.</source>
        <translation>全连接层：每个单元对所有输入加权求和，再加上偏置。</translation>
    </message>
    <message>
        <source>A disc and two rings around it, three classes in all.</source>
        <translation>一个圆盘和外面的两个圆环，共三类。</translation>
    </message>
    <message>
        <source>A disc of one class inside a ring of the other.</source>
        <translation>一类是圆盘，另一类是包围它的圆环。</translation>
    </message>
    <message>
        <source>A line cannot do XOR</source>
        <translation>一条直线解不了异或</translation>
    </message>
    <message>
        <source>A slanted plane: the target rises evenly from one corner to the other.</source>
        <translation>一个斜面：目标从一角到对角均匀上升。</translation>
    </message>
    <message>
        <source>A smooth relative of ReLU that dips a little below 0; also called swish.</source>
        <translation>ReLU 的平滑变种，在 0 以下略有凹陷；又称 swish。</translation>
    </message>
    <message>
        <source>A smooth relative of ReLU, used in most transformers.</source>
        <translation>ReLU 的平滑变种，多数 Transformer 使用它。</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights themselves, apart from the gradient.</source>
        <translation>权重衰减直接作用于权重、与梯度解耦的 Adam。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing divides by zero.</source>
        <translation>加在方差上，避免除以零。</translation>
    </message>
    <message>
        <source>Adds its inputs number by number; with one of them wired past other layers it makes a residual connection.</source>
        <translation>把各输入逐元素相加；若其中一路绕过其他层，就构成残差连接。</translation>
    </message>
    <message>
        <source>Adds strength · Σw² / 2 to the loss: g ← g + strength · w. Biases are left alone. Hoerl &amp; Kennard, 1970.</source>
        <translation>在损失上加 强度 · Σw² / 2：g ← g + 强度 · w。不作用于偏置。Hoerl &amp; Kennard, 1970。</translation>
    </message>
    <message>
        <source>Adds strength · Σ|w| to the loss: g ← g + strength · sign(w). Biases are left alone. Tibshirani, 1996.</source>
        <translation>在损失上加 强度 · Σ|w|：g ← g + 强度 · sign(w)。不作用于偏置。Tibshirani, 1996。</translation>
    </message>
    <message>
        <source>All inputs need the same shape. He et al., &quot;Deep residual learning for image recognition&quot;, 2015.</source>
        <translation>所有输入的形状必须相同。He 等, &quot;Deep residual learning for image recognition&quot;, 2015。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>At epochs</source>
        <translation>在这些轮</translation>
    </message>
    <message>
        <source>BCE with logits</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>By how much the loss must fall to count as an improvement.</source>
        <translation>损失至少下降多少才算有改进。</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Clip gradient norm</source>
        <translation>按范数裁剪梯度</translation>
    </message>
    <message>
        <source>Clip gradient values</source>
        <translation>按值裁剪梯度</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>多个点团</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Cones of radius 2 and height ±1 at (−4, ±2.5), (0, ±2.5) and (4, ±2.5). Label noise: the target is that of the point shifted by U(−6, 6) · noise. Coordinate noise moves points by as much.</source>
        <translation>半径为 2、高为 ±1 的圆锥，位于 (−4, ±2.5)、(0, ±2.5) 和 (4, ±2.5)。标签噪声：目标取自移动 U(−6, 6) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Coordinate noise</source>
        <translation>坐标噪声</translation>
    </message>
    <message>
        <source>Coordinates U(−5, 5), pushed 0.3 away from zero. Label noise: the label is that of the point shifted by U(−5, 5) · noise. Coordinate noise moves points by as much.</source>
        <translation>坐标取自 U(−5, 5)，并从零向外推开 0.3。标签噪声：标签取自移动 U(−5, 5) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦退火</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Cuts every single number of the gradient to a limit; this may turn its direction.</source>
        <translation>把梯度的每个分量限制在界限内；方向可能因此改变。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>糖尿病</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Divide by the largest running mean so far, never by a smaller one.</source>
        <translation>始终除以迄今最大的滑动平均。</translation>
    </message>
    <message>
        <source>Divide by the running deviation instead of the mean square.</source>
        <translation>除以滑动标准差，而不是均方根。</translation>
    </message>
    <message>
        <source>Divides each gradient by the root of its running mean square, so that steep and flat directions step alike.</source>
        <translation>把每个梯度除以其滑动均方根，使陡峭与平缓方向的步长相近。</translation>
    </message>
    <message>
        <source>Draws every weight evenly from an interval.</source>
        <translation>在区间内均匀抽取每个权重。</translation>
    </message>
    <message>
        <source>Draws every weight from a bell curve.</source>
        <translation>从正态分布抽取每个权重。</translation>
    </message>
    <message>
        <source>Draws weights evenly, as wide as keeps signals the same size through ReLU layers; also called He.</source>
        <translation>均匀抽取权重，其宽度使信号经过 ReLU 层后大小不变；又称 He 初始化。</translation>
    </message>
    <message>
        <source>Draws weights evenly, as wide as keeps signals the same size through tanh layers, forwards and backwards.</source>
        <translation>均匀抽取权重，其宽度使信号前向和反向经过 tanh 层后大小不变。</translation>
    </message>
    <message>
        <source>Draws weights from a bell curve, as wide as keeps signals the same size through ReLU layers; also called He.</source>
        <translation>从正态分布抽取权重，其宽度使信号经过 ReLU 层后大小不变；又称 He 初始化。</translation>
    </message>
    <message>
        <source>Draws weights from a bell curve, as wide as keeps signals the same size through tanh layers.</source>
        <translation>从正态分布抽取权重，其宽度使信号经过 tanh 层后大小不变。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Ends the training when the validation loss has not improved for a while.</source>
        <translation>验证损失一段时间没有改进时结束训练。</translation>
    </message>
    <message>
        <source>Epochs from one change to the next.</source>
        <translation>两次变化之间的轮数。</translation>
    </message>
    <message>
        <source>Epochs of the changes.</source>
        <translation>发生变化的轮次。</translation>
    </message>
    <message>
        <source>Epochs to wait for an improvement.</source>
        <translation>等待改进的轮数。</translation>
    </message>
    <message>
        <source>Eps</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>For a dense layer, weights and biases are drawn from U(−1/√fan_in, 1/√fan_in).</source>
        <translation>全连接层的权重和偏置取自 U(−1/√fan_in, 1/√fan_in)。</translation>
    </message>
    <message>
        <source>Foundations</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Four fields like a chess board: the class says whether both coordinates have the same sign.</source>
        <translation>像棋盘一样的四格：类别表示两个坐标是否同号。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it by learnt numbers.</source>
        <translation>使每个特征在批内均值为 0、方差为 1，再用学到的数缩放和平移。</translation>
    </message>
    <message>
        <source>Gives each parameter a step size of its own, from running means of its gradient and its square.</source>
        <translation>根据梯度及其平方的滑动平均，为每个参数确定各自的步长。</translation>
    </message>
    <message>
        <source>Gives the features of each sample mean 0 and variance 1, then scales and shifts them by learnt numbers.</source>
        <translation>使每个样本的特征均值为 0、方差为 1，再用学到的数缩放和平移。</translation>
    </message>
    <message>
        <source>Go back to the weights of the best epoch when training ends.</source>
        <translation>训练结束时恢复最佳一轮的权重。</translation>
    </message>
    <message>
        <source>Half circles of radius 2.5. Coordinate noise moves points by U(−5, 5) · noise; label noise flips a label with probability noise / 2.</source>
        <translation>半径为 2.5 的半圆。坐标噪声使点移动 U(−5, 5) · 噪声；标签噪声以 噪声 / 2 的概率翻转标签。</translation>
    </message>
    <message>
        <source>Half the points at radius U(0, 2.5), half at U(3.5, 5). Label noise: the label is that of the point shifted by U(−5, 5) · noise. Coordinate noise moves points by as much.</source>
        <translation>一半的点半径取自 U(0, 2.5)，另一半取自 U(3.5, 5)。标签噪声：标签取自移动 U(−5, 5) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>Hands the samples of the data set to the network.</source>
        <translation>把数据集的样本送入网络。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>History (CSV)</source>
        <translation>训练历史 (CSV)</translation>
    </message>
    <message>
        <source>How characters are stored; auto tells UTF-8, UTF-16 and GB18030 apart.</source>
        <translation>字符的存储方式；自动时可分辨 UTF-8、UTF-16 和 GB18030。</translation>
    </message>
    <message>
        <source>How far below 0 the function goes.</source>
        <translation>函数在 0 以下能到多低。</translation>
    </message>
    <message>
        <source>How far the network is from the target on average, in the target&apos;s own unit.</source>
        <translation>网络与目标的平均偏差，单位与目标相同。</translation>
    </message>
    <message>
        <source>How many clouds, and so classes, there are.</source>
        <translation>点团的个数，也就是类别数。</translation>
    </message>
    <message>
        <source>How many points are drawn.</source>
        <translation>抽取多少个点。</translation>
    </message>
    <message>
        <source>How many units the layer has.</source>
        <translation>这一层有多少个单元。</translation>
    </message>
    <message>
        <source>How much the units of a hidden layer differ in their weights; 0 when all units of each layer are the same.</source>
        <translation>隐藏层各单元的权重相差多大；每层的单元都相同时为 0。</translation>
    </message>
    <message>
        <source>How surprised the network is by a yes or no; it takes logits and brings its own sigmoid.</source>
        <translation>网络对“是”或“否”有多意外；输入为 logits，内含 sigmoid。</translation>
    </message>
    <message>
        <source>How surprised the network is by the true class; it takes one logit per class and brings its own softmax.</source>
        <translation>网络对真实类别有多意外；每类输入一个 logit，内含 softmax。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Initial sum</source>
        <translation>初始累积</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>It gives logits or plain numbers, for losses such as cross-entropy bring their own sigmoid or softmax.</source>
        <translation>输出 logits 或普通数值，因为交叉熵等损失函数自带 sigmoid 或 softmax。</translation>
    </message>
    <message>
        <source>Its shape is the shape of one sample: (2,) for points of the plane, (1, 8, 8) for a small grey image.</source>
        <translation>其形状就是一个样本的形状：平面上的点为 (2,)，小灰度图为 (1, 8, 8)。</translation>
    </message>
    <message>
        <source>Kaiming normal</source>
        <translation>Kaiming 正态</translation>
    </message>
    <message>
        <source>Kaiming uniform</source>
        <translation>Kaiming 均匀</translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation>保持大小</translation>
    </message>
    <message>
        <source>Keeps the division from dividing by zero.</source>
        <translation>避免除以零。</translation>
    </message>
    <message>
        <source>Keeps the learning rate as it is.</source>
        <translation>学习率保持不变。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation>最大权重</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Lays all numbers of a sample in one row, so that an image can enter a dense layer.</source>
        <translation>把一个样本的所有数排成一行，使图像能进入全连接层。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learn a number for each sample from samples whose number is known.</source>
        <translation>从数值已知的样本中，学习为每个样本预测数值。</translation>
    </message>
    <message>
        <source>Learn from a table of your own: each row is a sample, one column is the target, all others are inputs.</source>
        <translation>用自己的表格学习：每行是一个样本，一列是目标，其余各列是输入。</translation>
    </message>
    <message>
        <source>Learn the class of each sample from samples whose class is known.</source>
        <translation>从类别已知的样本中，学习判断每个样本的类别。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate at the end of the training.</source>
        <translation>训练结束时的学习率。</translation>
    </message>
    <message>
        <source>Learnt scale</source>
        <translation>可学习缩放</translation>
    </message>
    <message>
        <source>Least gain</source>
        <translation>最小改进</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>忽略的列</translation>
    </message>
    <message>
        <source>Leaves every layer as PyTorch builds it.</source>
        <translation>各层保持 PyTorch 创建时的样子。</translation>
    </message>
    <message>
        <source>Length that the gradient may have at most.</source>
        <translation>梯度允许的最大长度。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and bends negative ones smoothly towards −alpha.</source>
        <translation>正数直接通过，负数平滑地趋向 −alpha。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and makes negative ones small, so that no unit is ever wholly dead.</source>
        <translation>正数直接通过，负数被缩小，因此没有单元会完全失活。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and turns negative ones into 0.</source>
        <translation>正数直接通过，负数变为 0。</translation>
    </message>
    <message>
        <source>Lets the learning rate glide along half a cosine, down to its end at the last epoch.</source>
        <translation>学习率沿半个余弦下降，到最后一轮降至终值。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性层</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最大长度</translation>
    </message>
    <message>
        <source>Look ahead along the momentum before taking the gradient.</source>
        <translation>先沿动量方向前瞻一步，再求梯度。</translation>
    </message>
    <message>
        <source>Lower end of the interval.</source>
        <translation>区间的下端。</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>最低学习率</translation>
    </message>
    <message>
        <source>MAE (L1)</source>
        <translation>平均绝对误差 (L1)</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>均方误差 (MSE)</translation>
    </message>
    <message>
        <source>Makes labels wrong, while the points stay where they are.</source>
        <translation>使标签出错，点的位置不变。</translation>
    </message>
    <message>
        <source>Makes steps smaller for parameters that have already had large gradients; the steps never grow again.</source>
        <translation>梯度曾经较大的参数步长变小；步长不会再变大。</translation>
    </message>
    <message>
        <source>Makes the learning rate smaller with each step.</source>
        <translation>学习率随每一步减小。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean of |ŷ − y|.</source>
        <translation>|ŷ − y| 的平均。</translation>
    </message>
    <message>
        <source>Merge and shape</source>
        <translation>合并与变形</translation>
    </message>
    <message>
        <source>Middle of the bell curve.</source>
        <translation>正态分布的中心。</translation>
    </message>
    <message>
        <source>Missing numbers become the mean of their column, a text column becomes one 0/1 input per class; text columns of more than 64 classes and empty columns are left out, and so are rows without a target. At most 64 MB.</source>
        <translation>缺失的数用该列的均值代替，文本列的每个类别变成一个 0/1 输入；超过 64 类的文本列和空列被忽略，没有目标的行也被忽略。最大 64 MB。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Moves the points, while their labels stay true.</source>
        <translation>使点移动，标签保持正确。</translation>
    </message>
    <message>
        <source>Multi-step</source>
        <translation>多阶梯</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma after every epoch.</source>
        <translation>每轮之后学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma at chosen epochs.</source>
        <translation>在指定的轮次学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma every few epochs.</source>
        <translation>每隔几轮学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Name of the column to predict; empty for the last one.</source>
        <translation>要预测的列名；留空则为最后一列。</translation>
    </message>
    <message>
        <source>Names of columns that are no inputs, with commas between them.</source>
        <translation>不作为输入的列名，用逗号分隔。</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Normal around (2, 2) and (−2, −2), variance 0.5 + 7 · coordinate noise. Label noise flips a label with probability noise / 2.</source>
        <translation>以 (2, 2) 和 (−2, −2) 为中心的正态分布，方差为 0.5 + 7 · 坐标噪声。标签噪声以 噪声 / 2 的概率翻转标签。</translation>
    </message>
    <message>
        <source>Normal around points of a circle of radius 3.5, variance 0.5 + 7 · coordinate noise. Label noise turns a label into another one with probability noise / 2.</source>
        <translation>以半径为 3.5 的圆上各点为中心的正态分布，方差为 0.5 + 7 · 坐标噪声。标签噪声以 噪声 / 2 的概率换成另一标签。</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Of the signal (fan_in) or of the gradient (fan_out).</source>
        <translation>保持信号 (fan_in) 或梯度 (fan_out) 的大小。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Overfit vs dropout</source>
        <translation>过拟合与 Dropout</translation>
    </message>
    <message>
        <source>Passes everything on unchanged.</source>
        <translation>原样传递。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Prechelt, &quot;Early stopping, but when?&quot;, 1998.</source>
        <translation>Prechelt, &quot;Early stopping, but when?&quot;, 1998。</translation>
    </message>
    <message>
        <source>Predict how far diabetes goes within a year, from age, sex, body mass and blood.</source>
        <translation>由年龄、性别、体重指数和血液指标预测一年后糖尿病的进展。</translation>
    </message>
    <message>
        <source>Probability that a number is switched off.</source>
        <translation>每个数被丢弃的概率。</translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero at each step.</source>
        <translation>每一步都把所有参数拉向零。</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0 with the same force, so that unneeded weights come close to 0.</source>
        <translation>以同样的力把每个权重拉向 0，使不需要的权重接近 0。</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0, large ones harder, so that no weight grows very large.</source>
        <translation>把每个权重拉向 0，越大拉得越重，使权重不会变得很大。</translation>
    </message>
    <message>
        <source>Puts its inputs behind one another along one dimension, by default the features.</source>
        <translation>沿一个维度（默认为特征维）把各输入首尾拼接。</translation>
    </message>
    <message>
        <source>PyTorch default</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>PyTorch script</source>
        <translation>PyTorch 脚本</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Radii U(0, 1), U(2, 3) and U(4, 5). Coordinate noise moves points by U(−5, 5) · noise; label noise turns a label into another one with probability noise / 2.</source>
        <translation>半径取自 U(0, 1)、U(2, 3) 和 U(4, 5)。坐标噪声使点移动 U(−5, 5) · 噪声；标签噪声以 噪声 / 2 的概率换成另一标签。</translation>
    </message>
    <message>
        <source>Radius 5t and angle 1.75 · 2π · t for t in [0, 1). Coordinate noise moves points by U(−1, 1) · noise; label noise flips a label with probability noise / 2.</source>
        <translation>半径 5t，角度 1.75 · 2π · t，t 取自 [0, 1)。坐标噪声使点移动 U(−1, 1) · 噪声；标签噪声以 噪声 / 2 的概率翻转标签。</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Read handwritten digits in images of eight by eight pixels.</source>
        <translation>识别 8×8 像素图像中的手写数字。</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Restore best</source>
        <translation>恢复最佳</translation>
    </message>
    <message>
        <source>Row spread</source>
        <translation>行间差异</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Scale target</source>
        <translation>标准化目标</translation>
    </message>
    <message>
        <source>Seed of the draw and of the split into train and test.</source>
        <translation>抽样以及划分训练集和测试集所用的种子。</translation>
    </message>
    <message>
        <source>Several round clouds, each a class of its own.</source>
        <translation>若干圆形点团，每团各为一类。</translation>
    </message>
    <message>
        <source>Share of the last step that is kept.</source>
        <translation>保留上一步的比例。</translation>
    </message>
    <message>
        <source>Share of the running mean of the gradient that is kept at each step.</source>
        <translation>每一步保留梯度滑动平均的比例。</translation>
    </message>
    <message>
        <source>Share of the running mean of the squared gradient that is kept at each step.</source>
        <translation>每一步保留梯度平方滑动平均的比例。</translation>
    </message>
    <message>
        <source>Share of the samples that the network trains on; it never sees the rest.</source>
        <translation>用于训练的样本比例；其余样本网络从不接触。</translation>
    </message>
    <message>
        <source>Share of the samples whose class the network gets right.</source>
        <translation>网络判对类别的样本比例。</translation>
    </message>
    <message>
        <source>Share of the target that is spread evenly over all classes.</source>
        <translation>目标中均匀分给所有类别的比例。</translation>
    </message>
    <message>
        <source>Share of the targets&apos; variance that the network explains: 1 is perfect, 0 no better than their mean.</source>
        <translation>网络解释的目标方差比例：1 为完美，0 等同于只预测均值。</translation>
    </message>
    <message>
        <source>Shift and scale a target of numbers to mean 0 and standard deviation 1.</source>
        <translation>平移并缩放数值目标，使均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Shift and scale each input to mean 0 and standard deviation 1 over the training samples.</source>
        <translation>平移并缩放每个输入，使其在训练样本上均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Shortens the gradient of all parameters together when it is longer than a limit; its direction stays.</source>
        <translation>全部参数的梯度超过上限时整体缩短；方向不变。</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Six bumps</source>
        <translation>六个峰</translation>
    </message>
    <message>
        <source>Six bumps, up and down in turn.</source>
        <translation>六个峰，高低相间。</translation>
    </message>
    <message>
        <source>Size of each step along the gradient.</source>
        <translation>沿梯度方向每一步的大小。</translation>
    </message>
    <message>
        <source>Size that each number may have at most.</source>
        <translation>每个分量允许的最大绝对值。</translation>
    </message>
    <message>
        <source>Slanted plane</source>
        <translation>斜面</translation>
    </message>
    <message>
        <source>Slope left of 0; only leaky_relu reads it.</source>
        <translation>0 左侧的斜率；只用于 leaky_relu。</translation>
    </message>
    <message>
        <source>Slope of the function left of 0.</source>
        <translation>函数在 0 左侧的斜率。</translation>
    </message>
    <message>
        <source>Smooth L1</source>
        <translation>Smooth L1</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Square for small misses and straight for large ones, so that outliers do not rule.</source>
        <translation>误差小时为平方，误差大时为直线，使离群值不占主导。</translation>
    </message>
    <message>
        <source>Squeezes every number between 0 and 1; far from 0 it is flat, and little gradient passes.</source>
        <translation>把每个数压到 0 与 1 之间；远离 0 处平坦，梯度很难通过。</translation>
    </message>
    <message>
        <source>Squeezes every number between −1 and 1, with 0 in the middle.</source>
        <translation>把每个数压到 −1 与 1 之间，以 0 为中心。</translation>
    </message>
    <message>
        <source>Standard deviation of the bell curve.</source>
        <translation>正态分布的标准差。</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Starts every weight at 0; all units of a layer then stay the same for ever.</source>
        <translation>所有权重从 0 开始；同层的单元将永远相同。</translation>
    </message>
    <message>
        <source>Starts every weight at one number; all units of a layer then stay the same for ever.</source>
        <translation>所有权重从同一个数开始；同层的单元将永远相同。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Steps straight down the gradient of one batch; with momentum it keeps part of its last steps.</source>
        <translation>沿一个批次的梯度直接下降；有动量时保留部分先前的更新。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Switches off a random part of its inputs in each training step, so that no unit can rely on a single other one.</source>
        <translation>丢弃：每个训练步随机关闭一部分输入，使单元不能只依赖某一个其他单元。</translation>
    </message>
    <message>
        <source>Symmetry never breaks</source>
        <translation>对称永不打破</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target is a</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Tell malignant from benign tumours by the shape of their cell nuclei.</source>
        <translation>根据细胞核的形状区分恶性与良性肿瘤。</translation>
    </message>
    <message>
        <source>Tell the wines of three growers apart by a chemical analysis.</source>
        <translation>根据化学分析区分三家酒庄的葡萄酒。</translation>
    </message>
    <message>
        <source>Tell three kinds of iris apart by the size of their leaves.</source>
        <translation>根据花瓣和花萼的大小区分三种鸢尾花。</translation>
    </message>
    <message>
        <source>The activation behind the layer; it decides the gain.</source>
        <translation>这一层之后的激活函数；它决定增益。</translation>
    </message>
    <message>
        <source>The character between columns, or auto to find it: comma, semicolon, tab or |.</source>
        <translation>列之间的字符；自动时识别逗号、分号、制表符或 |。</translation>
    </message>
    <message>
        <source>The class of the largest output; with a single output, the sign decides.</source>
        <translation>取最大输出对应的类别；只有一个输出时由符号决定。</translation>
    </message>
    <message>
        <source>The curves of all variants, one row per epoch, as CSV.</source>
        <translation>所有变体的曲线，每轮一行，CSV 格式。</translation>
    </message>
    <message>
        <source>The dimension that grows; 1 is the first after the batch.</source>
        <translation>增长的维度；1 是批之后的第一维。</translation>
    </message>
    <message>
        <source>The file to read: text with columns, such as CSV or TSV.</source>
        <translation>要读取的文件：分列的文本，如 CSV 或 TSV。</translation>
    </message>
    <message>
        <source>The largest difference between two rows of a hidden weight matrix, over hidden dense layers of two or more units.</source>
        <translation>隐藏层权重矩阵两行之间的最大差，取遍有两个及以上单元的全连接隐藏层。</translation>
    </message>
    <message>
        <source>The last dense layer; its number of units follows from the data and the loss.</source>
        <translation>最后的全连接层；单元数由数据和损失函数决定。</translation>
    </message>
    <message>
        <source>The mean distance to the target; a few wild targets hardly move it.</source>
        <translation>与目标的平均距离；少数离群目标对它影响很小。</translation>
    </message>
    <message>
        <source>The mean square of what is missing to the target; large misses count far more than small ones.</source>
        <translation>与目标之差的平方的平均；大误差的影响远大于小误差。</translation>
    </message>
    <message>
        <source>The number every weight starts at.</source>
        <translation>每个权重的初始值。</translation>
    </message>
    <message>
        <source>The size of the largest weight of the network; biases do not count.</source>
        <translation>网络中最大权重的绝对值；不计偏置。</translation>
    </message>
    <message>
        <source>The weights as a PyTorch state dict, for torch.load(path, weights_only=True).</source>
        <translation>PyTorch state dict 格式的权重，用 torch.load(path, weights_only=True) 读取。</translation>
    </message>
    <message>
        <source>The weights as safetensors, a plain format that many programs read.</source>
        <translation>safetensors 格式的权重，许多程序都能读取。</translation>
    </message>
    <message>
        <source>Three rings</source>
        <translation>三个圆环</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Train share</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Turns the numbers of a sample into positive shares that add up to 1.</source>
        <translation>把一个样本的各数变成总和为 1 的正比例。</translation>
    </message>
    <message>
        <source>Two arms wound around each other, the hardest of the classic four.</source>
        <translation>两条互相缠绕的旋臂，经典四题中最难的一个。</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>两个点团</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other.</source>
        <translation>两个互相嵌入的半月。</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Two round clouds, one for each class, that overlap more and more with coordinate noise.</source>
        <translation>每类一个圆形点团，坐标噪声越大重叠越多。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Upper end of the interval.</source>
        <translation>区间的上端。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of every bias before training.</source>
        <translation>训练前每个偏置的值。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weight of the newest batch in the running averages.</source>
        <translation>最新一批在滑动平均中的权重。</translation>
    </message>
    <message>
        <source>Weight of the penalty beside the loss.</source>
        <translation>惩罚项相对于损失的权重。</translation>
    </message>
    <message>
        <source>Weights (safetensors)</source>
        <translation>权重 (safetensors)</translation>
    </message>
    <message>
        <source>Weights (state dict)</source>
        <translation>权重 (state dict)</translation>
    </message>
    <message>
        <source>What stays is divided by 1 − p, which keeps the mean; nothing is switched off when the network is measured. Srivastava et al., &quot;Dropout: a simple way to prevent neural networks from overfitting&quot;, 2014.</source>
        <translation>保留的数除以 1 − p，使均值不变；评估网络时不丢弃。Srivastava 等, &quot;Dropout: a simple way to prevent neural networks from overfitting&quot;, 2014。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by.</source>
        <translation>学习率要乘的数。</translation>
    </message>
    <message>
        <source>What the network is given of each point.</source>
        <translation>网络从每个点得到的输入。</translation>
    </message>
    <message>
        <source>What the sum of squared gradients starts at.</source>
        <translation>梯度平方和的初始值。</translation>
    </message>
    <message>
        <source>Where the square turns into a line.</source>
        <translation>平方变为直线的位置。</translation>
    </message>
    <message>
        <source>Whether each unit adds a number of its own.</source>
        <translation>每个单元是否加上自己的偏置。</translation>
    </message>
    <message>
        <source>Whether it learns a scale and a shift for each feature.</source>
        <translation>是否为每个特征学习缩放和平移。</translation>
    </message>
    <message>
        <source>Whether the first line names the columns.</source>
        <translation>首行是否为列名。</translation>
    </message>
    <message>
        <source>Whether the target is a class or a number.</source>
        <translation>目标是类别还是数值。</translation>
    </message>
    <message>
        <source>Whether Φ is exact or replaced by a formula with tanh.</source>
        <translation>Φ 是精确计算，还是用含 tanh 的公式近似。</translation>
    </message>
    <message>
        <source>Widens or narrows the draw.</source>
        <translation>放宽或收窄抽样范围。</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>eta_min + (lr − eta_min) · (1 + cos(π · epoch / epochs)) / 2. Loshchilov &amp; Hutter, &quot;SGDR&quot;, 2016.</source>
        <translation>eta_min + (lr − eta_min) · (1 + cos(π · epoch / epochs)) / 2。Loshchilov &amp; Hutter, &quot;SGDR&quot;, 2016。</translation>
    </message>
    <message>
        <source>f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).</source>
        <translation>f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)。</translation>
    </message>
    <message>
        <source>f(x) = 1 / (1 + e⁻ˣ).</source>
        <translation>f(x) = 1 / (1 + e⁻ˣ)。</translation>
    </message>
    <message>
        <source>f(x) = max(0, x). Nair &amp; Hinton, &quot;Rectified linear units improve restricted Boltzmann machines&quot;, 2010.</source>
        <translation>f(x) = max(0, x)。Nair &amp; Hinton, &quot;Rectified linear units improve restricted Boltzmann machines&quot;, 2010。</translation>
    </message>
    <message>
        <source>f(x) = x for x &gt; 0, else alpha · (eˣ − 1). Clevert et al., &quot;Fast and accurate deep network learning by ELUs&quot;, 2015.</source>
        <translation>x &gt; 0 时 f(x) = x，否则为 alpha · (eˣ − 1)。Clevert 等, &quot;Fast and accurate deep network learning by ELUs&quot;, 2015。</translation>
    </message>
    <message>
        <source>f(x) = x for x &gt; 0, else negative_slope · x. Maas et al., &quot;Rectifier nonlinearities improve acoustic models&quot;, 2013.</source>
        <translation>x &gt; 0 时 f(x) = x，否则为 negative_slope · x。Maas 等, &quot;Rectifier nonlinearities improve acoustic models&quot;, 2013。</translation>
    </message>
    <message>
        <source>f(x) = x · sigmoid(x). Elfwing et al., &quot;Sigmoid-weighted linear units&quot;, 2017.</source>
        <translation>f(x) = x · sigmoid(x)。Elfwing 等, &quot;Sigmoid-weighted linear units&quot;, 2017。</translation>
    </message>
    <message>
        <source>f(x) = x · Φ(x), with Φ the distribution function of the standard normal. Hendrycks &amp; Gimpel, 2016.</source>
        <translation>f(x) = x · Φ(x)，Φ 为标准正态分布函数。Hendrycks &amp; Gimpel, 2016。</translation>
    </message>
    <message>
        <source>f(x) = x.</source>
        <translation>f(x) = x。</translation>
    </message>
    <message>
        <source>f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ over the last dimension. Cross-entropy does this by itself: do not put it before that loss.</source>
        <translation>f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ，沿最后一维。交叉熵已包含它：不要放在该损失之前。</translation>
    </message>
    <message>
        <source>fan_in</source>
        <translation>fan_in</translation>
    </message>
    <message>
        <source>fan_out</source>
        <translation>fan_out</translation>
    </message>
    <message>
        <source>g ← g · min(1, max_norm / ‖g‖₂). Pascanu et al., &quot;On the difficulty of training recurrent neural networks&quot;, 2013.</source>
        <translation>g ← g · min(1, max_norm / ‖g‖₂)。Pascanu 等, &quot;On the difficulty of training recurrent neural networks&quot;, 2013。</translation>
    </message>
    <message>
        <source>g ← min(max(g, −clip_value), clip_value).</source>
        <translation>g ← min(max(g, −clip_value), clip_value)。</translation>
    </message>
    <message>
        <source>gb18030</source>
        <translation>gb18030</translation>
    </message>
    <message>
        <source>latin-1</source>
        <translation>latin-1</translation>
    </message>
    <message>
        <source>leaky_relu</source>
        <translation>leaky_relu</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性（linear）</translation>
    </message>
    <message>
        <source>lr · gamma^(number of milestones reached).</source>
        <translation>lr · gamma^(已到达的节点数)。</translation>
    </message>
    <message>
        <source>lr · gamma^epoch.</source>
        <translation>lr · gamma^epoch。</translation>
    </message>
    <message>
        <source>lr · gamma^⌊epoch / step_size⌋.</source>
        <translation>lr · gamma^⌊epoch / step_size⌋。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none</source>
        <translation>精确（none）</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>r² / (2 beta) for a residual |r| &lt; beta, else |r| − beta / 2. With beta = 1 it is the Huber loss (1964).</source>
        <translation>残差 |r| &lt; beta 时为 r² / (2 beta)，否则为 |r| − beta / 2。beta = 1 时即 Huber 损失 (1964)。</translation>
    </message>
    <message>
        <source>s ← s + g², w ← w − lr · g / (√s + eps). Duchi, Hazan &amp; Singer, 2011.</source>
        <translation>s ← s + g²，w ← w − lr · g / (√s + eps)。Duchi, Hazan &amp; Singer, 2011。</translation>
    </message>
    <message>
        <source>selu</source>
        <translation>selu</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>utf-16</source>
        <translation>utf-16</translation>
    </message>
    <message>
        <source>utf-8</source>
        <translation>utf-8</translation>
    </message>
    <message>
        <source>v ← alpha · v + (1 − alpha) · g², w ← w − lr · g / (√v + eps). Tieleman &amp; Hinton, lecture 6.5, 2012.</source>
        <translation>v ← alpha · v + (1 − alpha) · g²，w ← w − lr · g / (√v + eps)。Tieleman &amp; Hinton, lecture 6.5, 2012。</translation>
    </message>
    <message>
        <source>v ← momentum · v + g, w ← w − lr · v. Robbins &amp; Monro, 1951; Nesterov&apos;s variant after Sutskever et al., 2013.</source>
        <translation>v ← momentum · v + g，w ← w − lr · v。Robbins &amp; Monro, 1951；Nesterov 变体依 Sutskever 等, 2013。</translation>
    </message>
    <message>
        <source>w ~ N(0, std²), std = gain / √fan. He et al., &quot;Delving deep into rectifiers&quot;, 2015.</source>
        <translation>w ~ N(0, std²)，std = gain / √fan。He 等, &quot;Delving deep into rectifiers&quot;, 2015。</translation>
    </message>
    <message>
        <source>w ~ N(0, std²), std = gain · √(2 / (fan_in + fan_out)). Glorot &amp; Bengio, 2010.</source>
        <translation>w ~ N(0, std²)，std = gain · √(2 / (fan_in + fan_out))。Glorot &amp; Bengio, 2010。</translation>
    </message>
    <message>
        <source>w ~ N(mean, std²).</source>
        <translation>w ~ N(mean, std²)。</translation>
    </message>
    <message>
        <source>w ~ U(a, b).</source>
        <translation>w ~ U(a, b)。</translation>
    </message>
    <message>
        <source>w ~ U(−a, a), a = gain · √(6 / (fan_in + fan_out)). Glorot &amp; Bengio, &quot;Understanding the difficulty of training deep feedforward neural networks&quot;, 2010.</source>
        <translation>w ~ U(−a, a)，a = gain · √(6 / (fan_in + fan_out))。Glorot &amp; Bengio, &quot;Understanding the difficulty of training deep feedforward neural networks&quot;, 2010。</translation>
    </message>
    <message>
        <source>w ~ U(−b, b), b = gain · √(3 / fan). He et al., &quot;Delving deep into rectifiers&quot;, 2015.</source>
        <translation>w ~ U(−b, b)，b = gain · √(3 / fan)。He 等, &quot;Delving deep into rectifiers&quot;, 2015。</translation>
    </message>
    <message>
        <source>w ← (1 − lr · weight_decay) · w, then Adam&apos;s step. Loshchilov &amp; Hutter, &quot;Decoupled weight decay&quot;, 2017.</source>
        <translation>w ← (1 − lr · weight_decay) · w，然后执行 Adam 的更新。Loshchilov &amp; Hutter, &quot;Decoupled weight decay&quot;, 2017。</translation>
    </message>
    <message>
        <source>w ← w − lr · m̂ / (√v̂ + eps). Weight decay is added to the gradient. Kingma &amp; Ba, &quot;Adam&quot;, 2014.</source>
        <translation>w ← w − lr · m̂ / (√v̂ + eps)。权重衰减加在梯度上。Kingma &amp; Ba, &quot;Adam&quot;, 2014。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) · weight + bias over the last dimension; it does not depend on the batch. Ba, Kiros &amp; Hinton, &quot;Layer normalization&quot;, 2016.</source>
        <translation>沿最后一维 y = (x − mean) / √(variance + eps) · weight + bias；与批次无关。Ba, Kiros &amp; Hinton, &quot;Layer normalization&quot;, 2016。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) · weight + bias, over the batch while it trains and with running averages when it is measured. Ioffe &amp; Szegedy, &quot;Batch normalization&quot;, 2015.</source>
        <translation>y = (x − mean) / √(variance + eps) · weight + bias，训练时用批内统计量，评估时用滑动平均。Ioffe &amp; Szegedy, &quot;Batch normalization&quot;, 2015。</translation>
    </message>
    <message>
        <source>y = x Wᵀ + b, with W of shape (out_features, in_features). It works on the last dimension of its input.</source>
        <translation>y = x Wᵀ + b，W 的形状为 (out_features, in_features)。作用于输入的最后一维。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>|x − y|.</source>
        <translation>|x − y|。</translation>
    </message>
    <message>
        <source>−log softmax(x)ᵧ for the true class y; the curve shows two classes, over the lead of the true logit.</source>
        <translation>−log softmax(x)ᵧ，y 为真实类别；曲线为两类的情形，横轴是真实类别 logit 的领先量。</translation>
    </message>
    <message>
        <source>−log σ(x) for a yes, −log σ(−x) for a no. Two classes need one output; more need one each, all judged apart.</source>
        <translation>“是”为 −log σ(x)，“否”为 −log σ(−x)。两类需要一个输出；更多类则每类一个，各自判断。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation>从 {0} 到 {1}。</translation>
    </message>
</context>
</TS>
